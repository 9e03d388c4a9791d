import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { FuneralAllowanceAskedHandler } from '../src/allowances/funeral-allowance-asked.handler';
import { codesOf, deathOf, numberOfDeceased, questionOf, revocation } from './health-insurance.mother';
import { InsuranceStage, MESSAGE, PROTECTION, REGISTRAR } from './insurance-stage.mother';

describe('health insurance asked about the funeral allowance', () => {
  let insurance: InsuranceStage;
  beforeAll(async () => {
    insurance = await InsuranceStage.open();
  });
  afterAll(() => insurance.close());

  it('tells social protection what is due, or that nothing is (O §4.6 ask BHXH first)', async () => {
    await insurance.insured(31);
    await insurance.allowanceAsked(questionOf(31));
    await insurance.allowanceAsked(questionOf(32));
    expect(await insurance.stage.sent('funeral-allowance-told', codesOf(31, '').dossierCode)).toMatchObject([
      {
        recipients: 'social-protection/tran-bien',
        causationId: MESSAGE,
        body: { entitled: true, amountDong: '23400000' },
      },
    ]);
    expect(await insurance.stage.sent('funeral-allowance-told', codesOf(32, '').dossierCode)).toMatchObject([
      { body: { entitled: false } },
    ]);
  });

  it('tells everybody who asked when it pays later, pays once, and says so from then on (O §4.6 BHXH pays later)', async () => {
    await insurance.allowanceAsked(questionOf(33));
    await insurance.allowanceAsked(questionOf(34, 33));
    const paid = { personalIdentificationNumber: numberOfDeceased(33), diedOn: '2026-08-01' };
    expect(await insurance.post('/funeral-allowances', paid, 'first')).toMatchObject({
      status: 201,
      body: { amountDong: '23400000' },
    });
    expect(await insurance.post('/funeral-allowances', paid, 'second')).toMatchObject({
      status: 409,
      body: { code: 'health-insurance.ALLOWANCE_ALREADY_PAID' },
    });
    for (const row of [33, 34])
      expect(await insurance.stage.sent('funeral-allowance-paid', codesOf(row, '').dossierCode)).toMatchObject([
        { body: { amountDong: '23400000', paidOn: '2026-08-03' } },
      ]);
    await insurance.allowanceAsked(questionOf(35, 33));
    expect(await insurance.stage.sent('funeral-allowance-told', codesOf(35, '').dossierCode)).toMatchObject([
      { body: { entitled: true, paidOn: '2026-08-03' } },
    ]);
  });

  it('answers the commune that took over from the district’s office that had asked (O §4.5 unit merged)', async () => {
    const office = { ...PROTECTION, senderOffice: 'district-bien-hoa' };
    await insurance.stage.handle(FuneralAllowanceAskedHandler, { ...office, id: MESSAGE, body: questionOf(36) });
    const paid = { personalIdentificationNumber: numberOfDeceased(36), diedOn: '2026-08-01' };
    await insurance.post('/funeral-allowances', paid, 'merged');
    for (const name of ['funeral-allowance-told', 'funeral-allowance-paid'])
      expect(await insurance.stage.sent(name, codesOf(36, '').dossierCode)).toMatchObject([
        { recipients: 'social-protection/tran-bien' },
      ]);
  });

  it('loses no asker when question and payment come at the same moment', async () => {
    for (const row of [41, 42, 43, 44]) {
      const paid = { personalIdentificationNumber: numberOfDeceased(row), diedOn: '2026-08-01' };
      await Promise.all([
        insurance.allowanceAsked(questionOf(row)),
        insurance.post('/funeral-allowances', paid, `race-${row}`),
      ]);
      const { dossierCode } = codesOf(row, '');
      const [told] = await insurance.stage.sent('funeral-allowance-told', dossierCode);
      const later = await insurance.stage.sent('funeral-allowance-paid', dossierCode);
      expect([told?.body['paidOn'] !== undefined, later.length === 1].filter(Boolean)).toHaveLength(1);
    }
  });

  it('claims a paid allowance back when the death is revoked (O §4.6 DeathRevoked)', async () => {
    const number = numberOfDeceased(51);
    await insurance.allowanceAsked(questionOf(51));
    await insurance.post(
      '/funeral-allowances',
      { personalIdentificationNumber: number, diedOn: '2026-08-01' },
      'revoked',
    );
    const body = { ...revocation, dossierCode: codesOf(51, '').dossierCode, death: deathOf(51).death };
    await insurance.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    expect(await insurance.look('/work-list?step=recover-allowance')).toMatchObject({ items: [{ key: number }] });
    expect((await insurance.post(`/funeral-allowances/${number}/recovered`)).body).toMatchObject({
      state: 'recovered',
    });
    expect((await insurance.post(`/funeral-allowances/${number}/recovered`)).status).toBe(409);
    expect(await insurance.look('/work-list?step=recover-allowance')).toEqual({ items: [] });
    const again = { personalIdentificationNumber: number, diedOn: '2026-08-02' };
    expect((await insurance.post('/funeral-allowances', again, 'after-recovery')).status).toBe(201);
  });

  it('leaves a paid allowance where only one of two registrations is revoked (O §4.6 DeathRevoked)', async () => {
    const number = numberOfDeceased(52);
    await insurance.allowanceAsked(questionOf(52));
    await insurance.died(deathOf(53, number));
    await insurance.post(
      '/funeral-allowances',
      { personalIdentificationNumber: number, diedOn: '2026-08-01' },
      'duplicate',
    );
    const revoke = (row: number): Promise<void> => {
      const body = { ...revocation, dossierCode: codesOf(row, '').dossierCode, death: deathOf(row, number).death };
      return insurance.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    };
    await revoke(53);
    expect(await insurance.look('/work-list?step=recover-allowance')).toEqual({ items: [] });
    await revoke(52);
    expect(await insurance.look('/work-list?step=recover-allowance')).toMatchObject({ items: [{ key: number }] });
  });

  it('leaves the answer to the officer when the policy says manual', async () => {
    await insurance.policy('tell-allowance', 'manual');
    await insurance.allowanceAsked(questionOf(61));
    await insurance.policy('tell-allowance', 'automatic-when-clean');
    const { dossierCode } = codesOf(61, '');
    expect(await insurance.stage.sent('funeral-allowance-told', dossierCode)).toEqual([]);
    expect((await insurance.post(`/funeral-allowances/questions/${dossierCode}/tell`)).body).toMatchObject({
      state: 'told',
    });
    expect((await insurance.post(`/funeral-allowances/questions/${dossierCode}/tell`)).status).toBe(409);
  });
});
