import { parcelOfW2 } from '../../test/land-dossier.mother';
import type { LandChangeKind } from './blocks.data';
import { blocking, encumber, release } from './encumbrance.rules';
import type { EncumbranceKind } from './encumbrance.state';

const REGISTERED = '00001/2026/CS-BIEN-HOA';
const bearing = (kind: EncumbranceKind) =>
  encumber(parcelOfW2(), { kind, registerNumber: REGISTERED, registeredOn: '2026-07-01' });
const isBlocked = (kind: EncumbranceKind, changeKind: LandChangeKind): boolean =>
  blocking(bearing(kind), { changeKind }).length > 0;

describe('what lies on a parcel (R5)', () => {
  it.each(['transfer', 'inheritance', 'gift'] as const)('stands in the way of a %s, whatever it is', (changeKind) => {
    expect(isBlocked('mortgage', changeKind)).toBe(true);
    expect(isBlocked('deferred-obligation', changeKind)).toBe(true);
  });

  it('leaves the way free for a further mortgage, a new name, and what takes it off', () => {
    expect(isBlocked('mortgage', 'mortgage')).toBe(false);
    expect(isBlocked('mortgage', 'name-change')).toBe(false);
    expect(isBlocked('mortgage', 'mortgage-release')).toBe(false);
    expect(isBlocked('deferred-obligation', 'deferral-removal')).toBe(false);
  });

  it('is lifted by the consent of its holder where it is a mortgage, never where it is a debt', () => {
    const consents = [{ registerNumber: REGISTERED, documentNumber: '9/CV', signedOn: '2026-08-01' }];
    const other = [{ ...consents[0]!, registerNumber: 'another' }];
    expect(blocking(bearing('mortgage'), { changeKind: 'transfer', consents })).toEqual([]);
    expect(blocking(bearing('mortgage'), { changeKind: 'transfer', consents: other })).toHaveLength(1);
    expect(blocking(bearing('deferred-obligation'), { changeKind: 'transfer', consents })).toHaveLength(1);
  });

  it('is taken off by its own register number only', () => {
    expect(release(bearing('mortgage'), REGISTERED).encumbrances).toEqual([]);
    expect(() => release(bearing('mortgage'), 'another')).toThrow('land-registry.ENCUMBRANCE_UNKNOWN');
  });
});
