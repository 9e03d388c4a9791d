import { localDate } from '@lienthong/kernel';
import { describeSlipRules } from '@lienthong/testing';
import { aContract, aParcel, aPriceRow, aSlip, persons } from '../../test/transfer-slip.mother';
import { slipFormFaults } from './slip-form.rules';

const clean = {
  landOffice: 'bien-hoa',
  taxOffice: 'bien-hoa',
  filedOn: '2026-08-03',
  completeOn: '2026-08-03',
  receivedOn: '2026-08-03',
};

function rulesBroken(slip = aSlip(), circumstances = clean): readonly string[] {
  return slipFormFaults(slip, circumstances).map(({ rule }) => rule);
}

describe('form of a transfer slip', () => {
  it('finds nothing wrong with a clean slip', () => {
    expect(slipFormFaults(aSlip(), clean)).toEqual([]);
  });

  it('R1: the shares of a side add up to exactly one', () => {
    expect(rulesBroken(aSlip({ sellers: persons(['1/3', '1/3', '1/3']) }))).toEqual([]);
    expect(rulesBroken(aSlip({ sellers: persons(['1/2', '1/3']), buyers: persons(['2/3', '1/2']) }))).toEqual([
      'R1',
      'R1',
    ]);
  });

  it('R2: a parcel is listed once', () => {
    const parcel = aParcel('100', [aPriceRow(8_000_000n)]);
    expect(rulesBroken(aSlip({ parcels: [parcel, parcel] }))).toEqual(['R2']);
  });

  it('R3: contract and certificate are not younger than the filing, completion and registering not older', () => {
    const { certificate } = aSlip();
    expect(rulesBroken(aSlip({ contract: aContract(1n, { effectiveDate: '2026-08-03' }) }))).toEqual([]);
    expect(rulesBroken(aSlip({ contract: aContract(1n, { effectiveDate: '2026-08-04' }) }))).toEqual(['R3']);
    expect(rulesBroken(aSlip({ certificate: { ...certificate, issuedOn: '2026-08-04' } }))).toEqual(['R3']);
    expect(rulesBroken(aSlip({ registeredOn: '2026-08-02' }))).toEqual(['R3']);
    expect(rulesBroken(aSlip(), { ...clean, completeOn: '2026-08-02' })).toEqual(['R3']);
  });

  it('R10: the slip goes to the tax office of the parcels’ commune, under that office’s code', () => {
    expect(rulesBroken(aSlip({ taxOfficeCode: '9000025' }))).toEqual(['R10']);
    expect(rulesBroken(aSlip(), { ...clean, taxOffice: 'long-thanh' })).toEqual(['R10']);
    const elsewhere = { ...aParcel('100', [aPriceRow(8_000_000n)], '9'), communeCode: '26368' };
    expect(rulesBroken(aSlip({ parcels: [...aSlip().parcels, elsewhere] }))).toEqual(['R10']);
  });

  it('R10: the sender’s code is that of the land office which sent it', () => {
    expect(rulesBroken(aSlip(), { ...clean, landOffice: 'long-thanh' })).toEqual(['R10']);
    expect(rulesBroken(aSlip({ senderOfficeCode: 'H19.92.02' }))).toEqual(['R10']);
  });

  it('R11: the procedure allows the kind of change, and a transfer asks for tax and fee', () => {
    expect(rulesBroken(aSlip({ procedure: '1.013949' }))).toEqual(['R11']);
    expect(rulesBroken(aSlip({ revenues: ['registration-fee'] }))).toEqual(['R11']);
  });

  it('lists every fault at once', () => {
    const slip = aSlip({ sellers: persons(['1/2']), procedure: '1.013949', registeredOn: '2026-08-01' });
    expect(rulesBroken(slip)).toEqual(['R1', 'R3', 'R11']);
  });
});

describeSlipRules('tax office', (slip) => {
  const completeOn = localDate(new Date(slip.completeAt));
  return slipFormFaults(slip, { ...clean, completeOn }).map(({ rule }) => rule);
});
