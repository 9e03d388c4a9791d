import { dongText } from '@lienthong/kernel';
import { receivedDossier, sentSlip } from '../../test/land-dossier.mother';
import { changedFields } from './changed-fields.rules';
import { nextVersion } from './slip-versions.rules';
import { draftSlip } from './transfer-slip.rules';

const drafting = { slipId: sentSlip.slipId, slipNumber: '1', parcels: sentSlip.parcels, on: '2026-08-03' };
const { slip } = draftSlip(receivedDossier(), drafting);
const [land] = slip.parcels;

describe('what a further version of a slip changes (M14)', () => {
  it('is named by path: values, entries of lists, whole lists of another length', () => {
    expect(changedFields(slip, { ...slip, slipId: 'x', submission: 2 })).toEqual([]);
    const contract = { ...slip.contract!, totalDong: dongText(1n) };
    const parcels = [{ ...land!, areaSquareMetres: '99' }];
    expect(changedFields(slip, { ...slip, contract, parcels })).toEqual([
      'parcels[0].areaSquareMetres',
      'contract.totalDong',
    ]);
    expect(changedFields(slip, { ...slip, buyers: [...slip.buyers, ...slip.buyers], deferrals: [] })).toEqual([
      'buyers',
      'deferrals',
    ]);
  });

  it('makes version two: it counts up, names what it replaces and why, and keeps all else', () => {
    const version = { slipId: 'second', slipNumber: '2', kind: 'replacement', reason: 'giá sai' } as const;
    const next = nextVersion(slip, version, { revenues: ['registration-fee'] });
    expect(next).toMatchObject({
      submission: 2,
      submissionKind: 'replacement',
      replacesSlipId: slip.slipId,
      reason: 'giá sai',
      changedFields: ['revenues'],
      buyers: slip.buyers,
    });
    const third = nextVersion(next, { ...version, slipId: 'third', kind: 'supplement' }, {});
    expect(third).toMatchObject({
      submission: 3,
      submissionKind: 'supplement',
      replacesSlipId: 'second',
      changedFields: [],
    });
    expect(() => nextVersion({ ...slip, submission: 99 }, version, {})).toThrow(
      'land-registry.SLIP_VERSIONS_EXHAUSTED',
    );
  });
});
