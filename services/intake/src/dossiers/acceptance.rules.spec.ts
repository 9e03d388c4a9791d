import { vietnamCalendar } from '@lienthong/kernel';
import { at, contentOf, W2, W2_DAY } from '../../test/dossier.mother';
import { acceptanceFaults, acceptedVersion, statutoryWorkingDays } from './acceptance.rules';
import type { LandTransfer } from './dossier.state';

const [seller] = W2.sellers;
const [parcel] = W2.parcels;

function faultsOf(change: Partial<LandTransfer>, procedure = W2.procedure): string[] {
  return acceptanceFaults(procedure, contentOf(change), W2_DAY).map(({ path, rule }) => `${path} ${rule}`);
}

describe('papers of a transfer', () => {
  it('are accepted when they break no rule', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('may name several sellers whose shares add up to exactly one (R1)', () => {
    const shares = ['1/3', '1/3', '1/3'].map((share, i) => ({
      ...seller!,
      share,
      personalIdentificationNumber: `07519000000${i}`,
    }));
    expect(faultsOf({ sellers: shares })).toEqual([]);
  });

  it.each([['1/2'], ['999999/1000000']])('are refused when a side holds %s only (R1)', (share) => {
    expect(faultsOf({ buyers: [{ ...W2.buyers[0]!, share }] })).toEqual(['buyers R1']);
  });

  it('are refused when a person stands on a side twice', () => {
    const half = { ...seller!, share: '1/2' };
    expect(faultsOf({ sellers: [half, half] })).toEqual(['sellers[1].personalIdentificationNumber unique']);
  });

  it('are refused when the contract is younger than the filing (R3), and accepted on the same day', () => {
    expect(faultsOf({ contract: { ...W2.contract, effectiveDate: '2026-08-04' } })).toEqual([
      'contract.effectiveDate R3',
    ]);
    expect(faultsOf({ contract: { ...W2.contract, effectiveDate: W2_DAY } })).toEqual([]);
  });

  it('are refused for a commune that is not known on the day', () => {
    expect(faultsOf({ parcels: [{ ...parcel!, communeCode: '99999' }] })).toEqual(['parcels[0].communeCode commune']);
  });

  it('are refused when the parcels lie in the areas of two land offices', () => {
    const other = { ...parcel!, communeCode: '26368', parcelNumber: '313' };
    expect(faultsOf({ parcels: [parcel!, other] })).toEqual(['parcels[1].communeCode office']);
  });

  it('are refused when a parcel is listed twice', () => {
    expect(faultsOf({ parcels: [parcel!, parcel!] })).toEqual(['parcels[1] unique']);
  });

  it('are refused for a procedure that is not taken in here (R11)', () => {
    expect(faultsOf({}, '1.013949')).toEqual(['procedure R11']);
  });

  it('are refused with every fault at once', () => {
    const change = {
      sellers: [{ ...seller!, share: '1/2', birthDate: '2030-01-01' }],
      parcels: [{ ...parcel!, communeCode: '00001' }],
      contract: { ...W2.contract, effectiveDate: '2027-01-01' },
      certificate: { ...W2.certificate, issuedOn: '2027-01-01' },
    };
    expect(faultsOf(change, '9.999999')).toEqual([
      'procedure R11',
      'sellers[0].birthDate notInFuture',
      'sellers R1',
      'parcels[0].communeCode commune',
      'contract.effectiveDate R3',
      'certificate.issuedOn notInFuture',
    ]);
  });
});

describe('the appointment', () => {
  it('lies the statutory five working days after acceptance, counted in working minutes (1.013831, regime C)', () => {
    const days = statutoryWorkingDays(acceptedVersion(W2.procedure, W2_DAY), W2_DAY);
    expect(days).toBe(5);
    expect(vietnamCalendar.appointment(at, days)).toEqual(new Date('2026-08-10T09:10:00+07:00'));
  });
});
