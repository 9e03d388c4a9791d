import { eventually } from '@lienthong/testing';
import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { NationalResidenceGateway } from '../src/deregistrations/national-residence.gateway';
import { ProvinceAnswers } from '../src/deregistrations/province-answers';
import { codesOf, deathOf, revocation } from './residence.mother';
import { REGISTRAR, ResidenceStage } from './residence-stage.mother';

describe('residence in a death chain', () => {
  let police: ResidenceStage;
  beforeAll(async () => {
    police = await ResidenceStage.open();
  });
  afterAll(() => police.close());

  it('ends the residence by itself, and restores it when the death is revoked (O §4.6 DeathRevoked)', async () => {
    const number = await police.live(21);
    const death = deathOf(21);
    await police.died(death);
    const told = await police.stage.sent('residence-deregistered', death.dossierCode);
    expect(told).toMatchObject([
      { recipients: 'civil-status/long-thanh', body: { outcome: 'deregistered', endedOn: '2026-08-03' } },
    ]);
    expect(await police.look(`/residents/${number}`)).toMatchObject({ state: 'ended', endedBy: death.dossierCode });
    const body = { ...revocation, dossierCode: death.dossierCode, death: death.death };
    await police.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    await police.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    expect(await police.look(`/residents/${number}`)).toMatchObject({ state: 'active' });
    expect(await police.look(`/deregistrations/${death.dossierCode}`)).toMatchObject({ state: 'revoked' });
  });

  it('says that there is nothing to delete for a person without number or record (O §4.6 no personal number)', async () => {
    await police.died(deathOf(22, { personalIdentificationNumber: undefined, residence: undefined }));
    await police.died(deathOf(23));
    for (const row of [22, 23])
      expect(await police.stage.sent('residence-deregistered', codesOf(row).dossierCode)).toMatchObject([
        { body: { outcome: 'nothing-to-delete' } },
      ]);
  });

  it('asks the police of another province, tells so, and ends when they answer (O §4.6 another province)', async () => {
    const death = deathOf(24, { residence: { provinceCode: '79' } });
    await police.died(death);
    expect(await police.stage.sent('deregistration-forwarded', death.dossierCode)).toMatchObject([
      { body: { provinceCode: '79' } },
    ]);
    expect(await police.stage.sent('residence-deregistered', death.dossierCode)).toEqual([]);
    await eventually(async () => (await police.stage.sent('residence-deregistered', death.dossierCode)).length === 1, {
      describe: () => police.look(`/deregistrations/${death.dossierCode}`).then(JSON.stringify),
    });
    expect(await police.stage.sent('residence-deregistered', death.dossierCode)).toMatchObject([
      { body: { outcome: 'deregistered' } },
    ]);
  });

  it('takes no answer of another province after the death was revoked (O §4.6 DeathRevoked)', async () => {
    const { app } = police.stage.service.running;
    const death = deathOf(25, { residence: { provinceCode: '79' } });
    const gateway = app.get(NationalResidenceGateway, { strict: false });
    const revoke = (): Promise<void> =>
      police.stage.handle(DeathRevokedHandler, {
        ...REGISTRAR,
        body: { ...revocation, ...codesOf(25), death: death.death },
      });
    const meanwhile = jest.spyOn(gateway, 'ask').mockImplementation(async () => {
      await revoke();
      return { outcome: 'deregistered', endedOn: '2026-08-03' };
    });
    await police.died(death);
    expect(await app.get(ProvinceAnswers, { strict: false }).collect()).toBe(0);
    meanwhile.mockRestore();
    expect(await police.look(`/deregistrations/${death.dossierCode}`)).toMatchObject({ state: 'revoked' });
    expect(await police.stage.sent('residence-deregistered', death.dossierCode)).toEqual([]);
  });

  it('tells the other province that the death was revoked, until it confirms (O §4.6 DeathRevoked)', async () => {
    const { app } = police.stage.service.running;
    const [death, silent] = [26, 28].map((row) => deathOf(row, { residence: { provinceCode: '79' } }));
    const gateway = app.get(NationalResidenceGateway, { strict: false });
    const asking = jest.spyOn(gateway, 'ask').mockImplementation(async ({ dossierCode }) => {
      if (dossierCode === silent?.dossierCode) return undefined;
      throw new Error('the axis is down');
    });
    const told = jest.spyOn(gateway, 'revoke').mockRejectedValueOnce(new Error('the axis is down'));
    for (const body of [death, silent]) if (body) await police.died(body);
    const body = { ...revocation, ...codesOf(26), death: death?.death ?? revocation.death };
    await police.stage.handle(DeathRevokedHandler, { ...REGISTRAR, body });
    await eventually(async () => 'provinceToldAt' in (await police.look(`/deregistrations/${body.dossierCode}`)), {
      describe: () => police.look(`/deregistrations/${body.dossierCode}`).then(JSON.stringify),
    });
    expect(told.mock.calls.length).toBeGreaterThan(1);
    asking.mockImplementation(async ({ dossierCode }) => {
      if (dossierCode === codesOf(29).dossierCode) return { outcome: 'deregistered', endedOn: '2026-08-03' };
      throw new Error('the axis is down');
    });
    await police.died(deathOf(29, { residence: { provinceCode: '79' } }));
    await eventually(
      async () => (await police.stage.sent('residence-deregistered', codesOf(29).dossierCode)).length === 1,
    );
    asking.mockRestore();
    told.mockRestore();
  });

  it('waits for the officer when the policy says manual', async () => {
    const leader = await police.stage.as('agency-leader');
    await leader.put('/policies/deregister', { policy: 'manual' });
    await police.died(deathOf(27));
    await leader.put('/policies/deregister', { policy: 'automatic-when-clean' });
    const { dossierCode } = codesOf(27);
    expect(await police.look('/work-list?step=deregister')).toMatchObject({ items: [{ key: dossierCode }] });
    expect((await police.post(`/deregistrations/${dossierCode}/deregister`)).body).toMatchObject({
      state: 'nothing-to-delete',
    });
  });

  it('overwrites no line of the register by a record, and keeps only its own communes', async () => {
    const number = await police.live(41);
    const officer = await police.stage.as('residence-officer');
    const { sex, birthDate } = deathOf(41).death.deceased;
    const line = { personalIdentificationNumber: number, name: 'Người Khác', sex, birthDate, communeCode: '26041' };
    const record = { ...line, address: 'Số 2', householdHeadName: 'x', registeredOn: '2001-01-01' };
    const other = await officer.post('/residents', record, { 'idempotency-key': 'resident-other' });
    expect(other).toMatchObject({ status: 409, body: { code: 'residence.RECORD_DIFFERS' } });
    const elsewhere = { ...record, communeCode: '26368' };
    const away = await officer.post('/residents', elsewhere, { 'idempotency-key': 'resident-away' });
    expect(away).toMatchObject({ status: 422, body: { code: 'residence.COMMUNE_ELSEWHERE' } });
  });
});
