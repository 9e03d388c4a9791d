import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { codesOf, deathOf, numberOfDeceased, revocation, withoutNumber } from './health-insurance.mother';
import { InsuranceStage, REGISTRAR } from './insurance-stage.mother';

describe('health insurance in a death chain', () => {
  let insurance: InsuranceStage;
  beforeAll(async () => {
    insurance = await InsuranceStage.open();
  });
  afterAll(() => insurance.close());

  it('stops card and pension, and both go on when the death is revoked (O §4.6 DeathRevoked)', async () => {
    const number = await insurance.insured(21);
    const death = deathOf(21);
    await insurance.died(death);
    await insurance.died(death);
    expect(await insurance.stage.sent('benefits-stopped', death.dossierCode)).toMatchObject([
      { body: { cardNumber: '7500000021', pensionStopped: true, stoppedOn: '2026-08-03' } },
    ]);
    expect(await insurance.look(`/insured-persons/${number}`)).toMatchObject({
      person: { pension: 'stopped' },
      card: { state: 'stopped' },
    });
    const body = { ...revocation, dossierCode: death.dossierCode, death: death.death };
    await insurance.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    await insurance.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    expect(await insurance.look(`/insured-persons/${number}`)).toMatchObject({
      person: { pension: 'paid' },
      card: { state: 'active' },
    });
  });

  it('says what was not there instead of refusing (O §4.6 no personal number)', async () => {
    await insurance.died(withoutNumber(22));
    await insurance.died(deathOf(23));
    for (const row of [22, 23]) {
      const [told] = await insurance.stage.sent('benefits-stopped', codesOf(row, '').dossierCode);
      expect(told?.body).toMatchObject({ pensionStopped: false });
      expect(told?.body).not.toHaveProperty('cardNumber');
    }
  });

  it('waits for the officer when the policy says manual', async () => {
    await insurance.policy('stop-benefits', 'manual');
    await insurance.died(deathOf(24));
    await insurance.policy('stop-benefits', 'automatic-when-clean');
    const { dossierCode } = codesOf(24, '');
    expect(await insurance.look('/work-list?step=stop-benefits')).toMatchObject({ items: [{ key: dossierCode }] });
    expect((await insurance.post(`/benefits-stops/${dossierCode}/stop`)).body).toMatchObject({
      state: 'benefits-stopped',
    });
  });

  it('shows and changes no person of another office', async () => {
    await insurance.insured(73, { card: undefined });
    const person = { personalIdentificationNumber: numberOfDeceased(73), name: 'Nguyễn Văn Cụ' };
    const body = { ...person, receivesPension: true, funeralAllowance: true };
    const stranger = await insurance.stage.as('insurance-officer', 'long-thanh');
    const answer = await stranger.post('/insured-persons', body, { 'idempotency-key': 'insurance-stranger' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
  });

  it('gives no two persons the same card number, and overwrites no record', async () => {
    await insurance.insured(71);
    const card = { cardNumber: '7500000071', sex: 'male', birthDate: '1940', issuedOn: '2021-01-01' };
    const other = {
      personalIdentificationNumber: numberOfDeceased(72),
      name: 'x',
      receivesPension: false,
      funeralAllowance: false,
    };
    const body = { ...other, card: { ...card, validFrom: '2021-01-01', validTo: '2030-12-31' } };
    expect((await insurance.post('/insured-persons', body, 'same-card')).status).toBe(409);
    const renamed = { ...other, personalIdentificationNumber: numberOfDeceased(71), name: 'Người Khác' };
    expect(await insurance.post('/insured-persons', renamed, 'renamed')).toMatchObject({
      status: 409,
      body: { code: 'health-insurance.RECORD_DIFFERS' },
    });
  });
});
