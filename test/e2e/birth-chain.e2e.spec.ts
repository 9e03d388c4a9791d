import { type CivilView, Refused } from '../../tools/demo/src';
import { branchOf, CivilStage, kindsOf } from './support/civil-stage';
import { E2eStack } from './support/e2e-stack';

const REASON = 'Chỗ ở không hợp pháp';
const DAY_MS = 86_400_000;
const ALL = ['birth-certificate', 'health-card', 'residence'];

/** One stack for all stories; each has a family of its own, and the population database answers in every way it knows. */
describe('the birth chain over the real bus', () => {
  let e2e: E2eStack;
  let stage: CivilStage;
  /** What is started while it holds lives five days later. */
  let isLater = false;
  beforeAll(async () => {
    e2e = await E2eStack.start({
      env: (service) => ({
        ...(service === 'civil-status' && {
          POPULATION_ANSWERS: 'prompt,twice,lost,late,down',
          POPULATION_LATE_MS: '500',
          NUMBER_AGAIN_MS: '200',
          SURPLUS_LOOK_MS: '500',
        }),
        ...(isLater && { CLOCK_OFFSET_MS: String(e2e.clockOffsetMs + 5 * DAY_MS) }),
      }),
    });
    stage = new CivilStage(e2e);
    await stage.decidePolicies();
  });
  afterAll(() => e2e?.close());

  const numberOf = ({ registered }: CivilView): string => registered?.personalIdentificationNumber ?? '';
  const declared = async (): Promise<string> => (await stage.declare('birth', stage.birth())).code;

  it('gives birth certificate, residence and card from one declaration, and one number (O §4.2)', async () => {
    const code = await declared();
    const view = await stage.complete(code);
    expect(view).toMatchObject({ states: [2, 4, 9, 10], outcome: 'completed', procedure: '2.002621' });
    expect(kindsOf(view)).toEqual(ALL);
    const ended = await stage.branchIn(code, 'residence', 10);
    expect(ended.subDossiers.map(({ branch, state }) => `${branch} ${state}`)).toEqual([
      'registration 10',
      'residence 10',
      'health-card 10',
    ]);
    expect(numberOf(view)).toMatch(/^075326\d{6}$/);
  });

  it('delivers certificate and card when the residence is refused, and a new request links to the old chain (O §4.5 residence refused)', async () => {
    const birth = stage.birth();
    const { code } = await stage.declare('birth', birth);
    await stage.sign(code);
    await stage.police(code, 'refuse', { reason: REASON });
    const view = await stage.handOver(code);
    expect(view).toMatchObject({ outcome: 'partly-completed', states: [2, 4, 9, 10] });
    expect(kindsOf(view)).toEqual(['birth-certificate', 'health-card']);
    expect(branchOf(view, 'residence')).toMatchObject({ state: 3, reason: REASON });

    const followUp = { ...birth, healthCard: undefined, linkedDossierCode: code };
    const again = await stage.declare('birth', followUp);
    await stage.police(again.code, 'register');
    const linked = await stage.handOver(again.code);
    expect(linked).toMatchObject({
      outcome: 'completed',
      registered: { registrationNumber: view.registered?.registrationNumber },
    });
    expect(numberOf(linked)).toBe(numberOf(view));
    expect(
      await e2e.rows('residence', 'select 1 from registration where previous_dossier_code = $1', [code]),
    ).toHaveLength(1);
    expect(
      await e2e.rows('civil-status', 'select 1 from register_entry where dossier_code = any($1)', [[code, again.code]]),
    ).toHaveLength(1);
  });

  it('pauses the clock of the branch that wants a supplement, and of no other (O §4.5 supplement)', async () => {
    const code = await declared();
    await stage.sign(code);
    await stage.police(code, 'want-supplement', { items: ['Ý kiến của chủ hộ'], reason: 'Thiếu ý kiến của chủ hộ' });
    const paused = await stage.until(
      code,
      (view) => branchOf(view, 'residence')?.state === 5 && branchOf(view, 'health-card')?.state === 9,
    );
    expect(branchOf(paused, 'residence')?.reason).toContain('Thiếu ý kiến của chủ hộ');
    const papers = [{ kind: 'opinion-of-household-head', name: 'Ý kiến của chủ hộ' }];
    await stage.agencies.post(stage.clerk, `/dossiers/${code}/papers`, { branch: 'residence', papers });
    await stage.police(code, 'register');
    const view = await stage.handOver(code);
    expect(view).toMatchObject({ outcome: 'completed', states: [2, 4, 5, 4, 9, 10] });
    expect(view.appointmentAt).toBe(paused.appointmentAt);
  });

  it('answers desk and portal with one dossier (O §4.5 duplicate submission)', async () => {
    const birth = stage.birth();
    const first = await stage.declare('birth', birth);
    const byFather = {
      ...birth,
      requester: {
        ...birth.requester,
        name: birth.father?.name,
        relation: 'father',
        personalIdentificationNumber: birth.father?.personalIdentificationNumber,
      },
    };
    const second = await stage.declare('birth', byFather, { channel: 'online' });
    expect(second).toMatchObject({ code: first.code, repeated: true });
    expect(await stage.complete(first.code)).toMatchObject({ outcome: 'completed' });
  });

  it('makes two dossiers, two numbers and two cards of twins (O §4.5 twins)', async () => {
    const one = stage.birth();
    const other = { ...one, child: { ...one.child, name: 'Nguyễn Lê Bình', birthOrder: 2 } };
    const codes = [(await stage.declare('birth', one)).code, (await stage.declare('birth', other)).code];
    expect(new Set(codes).size).toBe(2);
    const views = [await stage.complete(codes[0]!), await stage.complete(codes[1]!)];
    expect(new Set(views.map(numberOf)).size).toBe(2);
    const cards = views.flatMap(({ results }) => results.filter(({ kind }) => kind === 'health-card'));
    expect(new Set(cards.map(({ number }) => number)).size).toBe(2);
  });

  it('refuses the same child in a second commune with reference to the first, and alarms the supervisor (O §4.5 two communes)', async () => {
    const birth = stage.birth();
    const first = await stage.declare('birth', birth);
    await stage.sign(first.code);
    const second = await stage.declare('birth', { ...birth, registrationCommuneCode: '26368' });
    expect(second.code).not.toBe(first.code);
    const view = await stage.inState(second.code, 8);
    expect(view).toMatchObject({ firstDossierCode: first.code, results: [] });
    const registrar = stage.person('civil-status', 'registrar', 'long-thanh');
    const { items } = await stage.agencies.get<{ items: { dossierCode: string }[] }>(registrar, '/tasks?kind=alarm');
    expect(items).toContainEqual(expect.objectContaining({ dossierCode: second.code }));
  });

  it('takes a card that exists already for the result, and issues no second (O §4.5 card exists)', async () => {
    const birth = stage.birth();
    const { code } = await stage.declare('birth', birth);
    const number = await stage.draftedNumber(code);
    const { sex, birthDate, name } = birth.child;
    const card = {
      cardNumber: '7526999999',
      sex,
      birthDate,
      issuedOn: '2026-07-30',
      validFrom: '2026-07-30',
      validTo: '2032-09-30',
    };
    const officer = stage.person('health-insurance', 'insurance-officer');
    const person = {
      personalIdentificationNumber: number,
      name,
      receivesPension: false,
      funeralAllowance: false,
      card,
    };
    await stage.agencies.post(officer, '/insured-persons', person);
    const view = await stage.complete(code);
    expect(view.results).toContainEqual(expect.objectContaining({ kind: 'health-card', number: '7526999999' }));
    expect(
      await e2e.rows('health-insurance', 'select 1 from health_card where personal_identification_number = $1', [
        number,
      ]),
    ).toHaveLength(1);
  });

  it('updates card and residence when the birth is corrected, without a second card (O §4.5 correction)', async () => {
    const code = await declared();
    const number = numberOf(await stage.complete(code));
    const leader = stage.person('civil-status', 'civil-leader');
    const correction = {
      decisionNumber: '05/QĐ-UBND',
      decidedOn: e2e.today,
      changes: [{ field: 'name', after: 'Nguyễn Lê Ân' }],
    };
    await stage.agencies.post(leader, `/births/${code}/corrections`, correction);
    const namesAt = async (): Promise<readonly string[]> => {
      const cards = await e2e.rows<{ name: string }>(
        'health-insurance',
        'select name from health_card where personal_identification_number = $1',
        [number],
      );
      const residents = await e2e.rows<{ name: string }>(
        'residence',
        'select name from resident where personal_identification_number = $1',
        [number],
      );
      return [...cards, ...residents].map(({ name }) => name);
    };
    await eventuallyEqual(namesAt, ['Nguyễn Lê Ân', 'Nguyễn Lê Ân']);
  });

  it('stops open branches with 8 when the child dies meanwhile; the birth record stays (O §4.5 child dies)', async () => {
    const code = await declared();
    await stage.sign(code);
    await stage.branchIn(code, 'health-card', 9);
    const leader = stage.person('civil-status', 'civil-leader');
    await stage.agencies.post(leader, `/chains/${code}/stop`, { reason: 'Trẻ đã chết', childDied: true });
    const view = await stage.handOver(code);
    expect(branchOf(view, 'residence')?.state).toBe(8);
    expect(view).toMatchObject({ outcome: 'partly-completed', registered: { page: expect.any(Number) as number } });
    expect(kindsOf(view)).toContain('birth-certificate');
  });

  it('names every wrong field in the language of the reader and stores nothing (bad input)', async () => {
    const birth = stage.birth();
    const before = await e2e.rows('intake', 'select code from dossier');
    const wrong = { ...birth, registrationCommuneCode: '99999', child: { ...birth.child, birthDate: '31/02/2026' } };
    const refused: unknown = await stage.declare('birth', wrong).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).message).toMatch(/99999.*does not exist|calendar date/);
    expect(await e2e.rows('intake', 'select code from dossier')).toHaveLength(before.length);
  });

  it('has used exactly one number for each birth record, however the population database answered (O §4.5 number)', async () => {
    const records = await e2e.rows<{ number: string }>(
      'civil-status',
      `select birth ->> 'personalIdentificationNumber' as number from register_entry where birth is not null`,
    );
    expect(records.length).toBeGreaterThan(8);
    expect(new Set(records.map(({ number }) => number)).size).toBe(records.length);
    const inUse = `select dossier_code from population_number where not unused group by dossier_code having count(*) > 1`;
    await eventuallyEqual(() => e2e.rows('civil-status', inUse), []);
    const unused = await e2e.rows('civil-status', 'select number from population_number where unused');
    expect(unused.length).toBeGreaterThan(0);
  });

  it('tells the late agency and keeps the appointment of the citizen when a partner is silent (O §4.5 silent partner)', async () => {
    const code = await declared();
    await stage.sign(code);
    const before = await stage.branchIn(code, 'health-card', 9);
    // registrar and bus go on five days later; the bus takes no message from the future of its own clock
    isLater = true;
    const movedOn = (['integration-bus', 'civil-status'] as const).map((name) => e2e.stack.service(name));
    await Promise.all(movedOn.map((service) => service.stop()));
    for (const service of movedOn) service.start();
    await Promise.all(movedOn.map((service) => service.ready(60_000)));
    const view = await stage.until(code, (seen) => branchOf(seen, 'residence')?.late === true);
    expect(view.appointmentAt).toBe(before.appointmentAt);
    expect(view.state).toBe(4);
  });
});

async function eventuallyEqual<T>(look: () => Promise<T>, wanted: T): Promise<void> {
  const giveUpAt = performance.now() + 30_000;
  let seen = await look();
  while (JSON.stringify(seen) !== JSON.stringify(wanted) && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await look();
  }
  expect(seen).toEqual(wanted);
}
