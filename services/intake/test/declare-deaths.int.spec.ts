import { DeathRegisteredV1, DeathRevokedV1 } from '@lienthong/contracts';
import { DeathRegisteredHandler } from '../src/civil-status/death-registered.handler';
import { DeathRevokedHandler } from '../src/civil-status/death-revoked.handler';
import { CivilDesk, registrar } from './civil-desk.mother';
import { deathRecord, deathRequest, revocation } from './civil.mother';
import { deliver } from './intake.mother';

describe('a declaration of death at the one-stop desk', () => {
  let desk: CivilDesk;
  beforeAll(async () => {
    desk = await CivilDesk.open();
  });
  afterAll(() => desk.close());

  it('accepts a death, answers a second claim with the first dossier, and keeps its revocation (O §4.6)', async () => {
    const first = await desk.declare('death', deathRequest);
    expect(first).toMatchObject({ status: 201, body: { state: 4, kind: 'death' } });
    const { code } = first.body;
    const relative = { ...deathRequest, requester: { ...deathRequest.requester, relation: 'sibling' } };
    expect(await desk.declare('death', relative)).toMatchObject({ status: 200, body: { code, repeated: true } });
    await deliver(desk.service, DeathRegisteredHandler, {
      of: DeathRegisteredV1,
      body: { ...deathRecord, dossierCode: code },
      ...registrar,
    });
    await deliver(desk.service, DeathRevokedHandler, {
      of: DeathRevokedV1,
      body: { ...revocation, dossierCode: code },
      ...registrar,
    });
    expect((await desk.clerk.get(`/dossiers/${code}`)).body).toMatchObject({
      registered: { revoked: { decisionNumber: '09/QĐ-UBND' } },
    });
  });

  it('finds one deceased again by number and by name and days, also in another commune, and keeps namesakes apart (O §4.6 second claim)', async () => {
    const { deceased } = deathRequest;
    const death = (change: object, commune = deathRequest.registrationCommuneCode) =>
      desk.declare('death', {
        ...deathRequest,
        registrationCommuneCode: commune,
        deceased: { ...deceased, name: 'Nguyễn Thị Thử', ...change },
      });
    const unnumbered = { personalIdentificationNumber: undefined };
    const number = (last: number) => ({ personalIdentificationNumber: `07504000001${last}` });
    const first = await death(number(7));
    expect(first).toMatchObject({ status: 201 });
    const { code } = first.body;
    expect(await death(unnumbered)).toMatchObject({ status: 200, body: { code, repeated: true } });
    expect(await death(number(7), '26368')).toMatchObject({ status: 200, body: { code, repeated: true } });
    expect(await death(unnumbered, '26368')).toMatchObject({ status: 200, body: { code, repeated: true } });
    const namesake = await death(number(8));
    expect(namesake).toMatchObject({ status: 201, body: { repeated: false } });
    expect(await death(number(8))).toMatchObject({ status: 200, body: { code: namesake.body.code } });
  });

  it('makes one dossier of one death that two relatives declare at once, one with and one without its number (O §4.6 second claim)', async () => {
    const numbers = ['075040000019', undefined];
    const answers = await Promise.all(
      numbers.map((personalIdentificationNumber) => {
        const deceased = { ...deathRequest.deceased, name: 'Nguyễn Văn Cùng', personalIdentificationNumber };
        return desk.declare('death', { ...deathRequest, deceased });
      }),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(new Set(answers.map(({ body }) => body.code)).size).toBe(1);
  });
});
