import { parcelOfW2, W2 } from '../../test/land-dossier.mother';
import { convey, hold, sameOwners, sameRecord } from './parcel.rules';

const owners = W2.buyers;
const certificate = { serial: 'DN 00000001', issuedOn: '2026-08-03' };

describe('holding a parcel', () => {
  it('keeps it for one dossier; asking again changes nothing', () => {
    const held = hold(parcelOfW2(), 'H19.91.01-260803-0001');
    expect(held.heldBy).toBe('H19.91.01-260803-0001');
    expect(hold(held, 'H19.91.01-260803-0001')).toEqual(held);
  });

  it('refuses a second dossier, and says by which the parcel is held', () => {
    const held = hold(parcelOfW2(), 'H19.91.01-260803-0001');
    expect(() => hold(held, 'H19.91.01-260803-0002')).toThrow(/PARCEL_HELD_BY_ANOTHER.*H19\.91\.01-260803-0001/);
  });
});

describe('conveying a parcel', () => {
  it('puts the buyers into the register and frees the parcel', () => {
    const held = hold(parcelOfW2(), 'H19.91.01-260803-0001');
    const conveyed = convey(held, { dossierCode: 'H19.91.01-260803-0001', owners, certificate });
    expect(conveyed).toMatchObject({ owners, certificate });
    expect('heldBy' in conveyed).toBe(false);
  });

  it('is not possible for a dossier that does not hold it', () => {
    const free = parcelOfW2();
    expect(() => convey(free, { dossierCode: 'H19.91.01-260803-0001', owners, certificate })).toThrow(
      'PARCEL_NOT_HELD',
    );
  });
});

describe('comparing records', () => {
  const [owner] = parcelOfW2().owners;
  const half = { ...owner!, share: '1/2' };
  const other = { ...half, personalIdentificationNumber: '075190000009' };

  it('takes owners in any order, shares in any spelling and names in any case', () => {
    expect(sameOwners([half, other], [other, { ...half, share: '2/4', name: ` ${half.name.toUpperCase()} ` }])).toBe(
      true,
    );
    expect(sameOwners([half], [owner!])).toBe(false);
  });

  it('takes 100 and 100.00 for the same area, and sees every other difference', () => {
    const parcel = parcelOfW2();
    expect(sameRecord(parcel, { ...parcel, areaSquareMetres: '100.00' })).toBe(true);
    expect(sameRecord(parcel, { ...parcel, areaSquareMetres: '100.01' })).toBe(false);
    expect(sameRecord(parcel, { ...parcel, position: '45-313' })).toBe(false);
    expect(sameRecord(parcel, { ...parcel, certificate })).toBe(false);
  });
});
