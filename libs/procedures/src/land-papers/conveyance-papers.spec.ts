import type { ConveyancePapers, SlipClaim } from '@lienthong/contracts';
import { appointmentFor } from '../clocks';
import { papersOf, W2, W2_DAY } from './conveyance-papers.mother';
import { acceptanceFaults, acceptedVersion } from './conveyance-papers.rules';

const [seller] = W2.sellers;
const [parcel] = W2.parcels;

function faultsOf(change: Partial<ConveyancePapers>, procedure = W2.procedure): string[] {
  return acceptanceFaults(procedure, papersOf(change), W2_DAY).map(({ path, rule }) => `${path} ${rule}`);
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

  it.each(['transfer', 'inheritance', 'gift'] as const)('are taken in under 1.013831 for a %s (R11)', (changeKind) => {
    expect(faultsOf({ changeKind })).toEqual([]);
  });

  it('are refused under a procedure for another kind of change (R11)', () => {
    expect(faultsOf({ changeKind: 'gift' }, '1.011441')).toEqual(['changeKind R11']);
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

describe('exemptions that are claimed with the papers (X1–X6)', () => {
  const [giver, receiver] = [W2.sellers[0]!, W2.buyers[0]!].map((party) => party.personalIdentificationNumber);
  const kin: SlipClaim = {
    ...{ revenue: 'personal-income-tax', ground: 'close-kin', proof: 'papers', relation: 'spouse' },
    ...{ person: receiver!, relative: giver! },
  };
  const claimed = (...claims: SlipClaim[]): string[] => faultsOf({ changeKind: 'gift', claims });

  it('name a party and one of the other side, and say all that their ground asks for (X1)', () => {
    expect(claimed(kin, { ...kin, person: giver!, relative: receiver! })).toEqual([]);
  });

  it('are refused of a stranger, and of kin who stand on the same side (X1)', () => {
    expect(claimed({ ...kin, person: '075190000009' })).toEqual(['claims[0].person party']);
    expect(claimed({ ...kin, relative: '075190000009' })).toEqual(['claims[0].relative X1']);
    expect(claimed(kin, { ...kin, relative: receiver! })).toEqual(['claims[1].relative X1']);
  });

  it.each([
    ['close-kin', 'X1', ['relative', 'relation', 'proof']],
    ['divorce', 'X2', ['proof']],
    ['sole-home', 'X3', ['otherHomes', 'futureHomes', 'heldSince', 'wholeProperty']],
    ['state-allocation', 'X5', []],
    ['farm-land-exchange', 'X6', ['purposeUnchanged', 'directProducer']],
    ['registration-fee', 'L9', ['code', 'proof']],
  ] as const)('by the ground %s (%s) say %j or are refused', (ground, _row, fields) => {
    const bare: SlipClaim = { revenue: 'personal-income-tax', ground, person: receiver! };
    expect(claimed(bare)).toEqual(fields.map((field) => `claims[0].${field} required`));
  });
});

describe('the appointment', () => {
  const at = new Date('2026-08-03T09:10:00+07:00');
  const appointment = (procedure: string, received: Date) =>
    appointmentFor(acceptedVersion(procedure, W2_DAY), received);

  it('lies the statutory five working days after acceptance, counted in working minutes (1.013831, regime C)', () => {
    expect(appointment('1.013831', at)).toEqual(new Date('2026-08-10T09:10:00+07:00'));
  });

  it.each(['1.011441', '1.011443', '1.013988'])(
    'of %s lies on the same day, or on the next working day if it came after 15:00 (L §5, corrections row 19)',
    (procedure) => {
      expect(appointment(procedure, at)).toEqual(new Date('2026-08-03T17:00:00+07:00'));
      expect(appointment(procedure, new Date('2026-08-03T15:00:00+07:00'))).toEqual(
        new Date('2026-08-03T17:00:00+07:00'),
      );
      expect(appointment(procedure, new Date('2026-08-03T15:00:01+07:00'))).toEqual(
        new Date('2026-08-04T17:00:00+07:00'),
      );
    },
  );

  it.each([
    ['1.013833', '2026-08-07T09:10:00+07:00'],
    ['1.013992', '2026-08-12T09:10:00+07:00'],
  ])('of %s lies at the statutory maximum of the list (L §5)', (procedure, due) => {
    expect(appointment(procedure, at)).toEqual(new Date(due));
  });
});
