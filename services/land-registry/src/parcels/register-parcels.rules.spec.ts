import { parcelOfW2 } from '../../test/land-dossier.mother';
import { recordFaults } from './register-parcels.rules';

describe('entering parcels', () => {
  it('has nothing against the parcel of W2', () => {
    expect(recordFaults([parcelOfW2()], '2026-08-03')).toEqual([]);
  });

  it('names every fault: a parcel twice, shares that are not one, a commune without a land office', () => {
    const [owner] = parcelOfW2().owners;
    const halfOwned = parcelOfW2({ owners: [{ ...owner!, share: '1/2' }] });
    const faults = recordFaults([parcelOfW2(), halfOwned, parcelOfW2({ communeCode: '99999' })], '2026-08-03');
    expect(faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'parcels[1] unique',
      'parcels[1].owners R1',
      'parcels[2].communeCode office',
    ]);
  });
});
