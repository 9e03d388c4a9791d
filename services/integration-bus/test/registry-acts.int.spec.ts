import { type ChangedKey, generateKey, type KeyChangedV1, PROTOCOL_TYPES, signerFromJwk } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { createKafka, createProducer, topicNames, type WireRecord } from '@lienthong/messaging';
import type { Page } from '@lienthong/service-host';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { CurrentRegistry } from '../src/members/current-registry';
import type { PublishedKey } from '../src/members/registry.repository';
import type { ResolvedCode } from '../src/members/agency-codes/agency-codes.query';
import type { HeldView, JudgedBy } from '../src/members/history/registry-history.query';
import { newMember } from './act-exercises.mother';
import { SpecBus } from './bus.mother';
import { dossier, SpecMember } from './member.mother';
import { specNotice } from './notice.mother';
import { SpecOperatorsDesk } from './operators.mother';
import { TopicListener } from './topic-listener.mother';

const { type } = specNotice;
const LAND = ['land-registry'];

/** Membership and rights (A02, A03, A04, A07, A35). */
describe('the registry of the bus', () => {
  let bus: SpecBus;
  let other: SpecBus;
  let desk: SpecOperatorsDesk;
  let topics: TopicListener;
  let producer: ReturnType<typeof createProducer>;
  let number = 0;
  beforeAll(async () => {
    // nobody acknowledges here
    const limits = { IN_FLIGHT_PER_RECIPIENT: '10000', REDELIVER_AFTER_MS: '60000' };
    bus = await SpecBus.start({ ...limits, DIRECTORY_AGE_MS: '3600000' });
    other = await bus.another();
    desk = new SpecOperatorsDesk(bus);
    topics = await TopicListener.start(bus.topicPrefix, LAND);
    const brokers = testInfrastructure().kafka.split(',');
    producer = createProducer(createKafka({ brokers, clientId: 'registry-spec' }));
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await topics.stop();
    await other.running.stop();
    await bus.stop();
  });
  afterEach(() => jest.restoreAllMocks());

  const aDossier = (): string => dossier((number += 1));
  const write = async (records: readonly WireRecord[]): Promise<void> => {
    for (const { topic, key, value, headers } of records) {
      await producer.send({ topic, messages: [{ key, value, headers: headers }] });
    }
  };
  const entriesOf = (ids: readonly unknown[]): Promise<{ kind: string; code: string | null; log_id: string }[]> =>
    bus.rows(`select kind, verdict ->> 'code' as code, log_id from log_entry where id = any($1)`, [ids]);
  const idsOf = (records: readonly WireRecord[]): unknown[] => records.map(({ headers }) => headers.ce_id);
  const judged = (records: readonly WireRecord[]): Promise<{ kind: string; code: string | null; log_id: string }[]> =>
    eventually(
      async () => {
        const entries = await entriesOf(idsOf(records));
        return entries.length >= records.length && entries;
      },
      { timeoutMs: 60_000, describe: 'the messages to be judged' },
    );
  const memberWith = (code: string, kid: string, jwk: ReturnType<typeof generateKey>['privateJwk']): SpecMember => {
    const signer = signerFromJwk({ ...jwk, kid });
    return new SpecMember(code, signer, bus.running.app.get(Clock), topicNames(bus.topicPrefix).out(code));
  };

  /** What the recipient was told of a key, oldest first. */
  const told = (kid: string): ChangedKey[] =>
    topics
      .at('land-registry', ({ headers }) => headers.ce_type === PROTOCOL_TYPES.keyChanged)
      .flatMap(({ value }) => (JSON.parse(value) as KeyChangedV1).items)
      .filter((item) => item.kid === kid);

  it('takes a member in by two persons, reads its topic on both instances without a restart, and lets it send nothing yet', async () => {
    const { privateJwk, publicJwk } = generateKey('cadastre-1');
    await desk.do('register-member', newMember('cadastre', { key: { kid: 'cadastre-1', x: publicJwk.x } }));
    const cadastre = memberWith('cadastre', 'cadastre-1', privateJwk);
    const ungranted = cadastre.notices([{ dossierCode: aDossier(), sequence: 1 }]);
    await write(ungranted);
    expect(await judged(ungranted)).toMatchObject([{ kind: 'rejected', code: 'integration-bus.GRANT_MISSING' }]);
    await desk.do('give-grant', {
      sender: 'cadastre',
      recipients: LAND,
      type,
      purpose: 'maps',
      legalBasis: 'a decree',
    });
    const granted = cadastre.notices([{ dossierCode: aDossier(), sequence: 1 }]);
    await write(granted);
    expect(await judged(granted)).toMatchObject([{ kind: 'accepted' }]);
    await eventually(
      () => topics.at('land-registry').some(({ headers }) => headers.ce_source === '/members/cadastre'),
      {
        timeoutMs: 60_000,
      },
    );
  });

  it('lets a grant hold from its first instant to before its end, and no second longer', async () => {
    const [from, to] = [Date.now() + 3_000, Date.now() + 6_000];
    const period = { validFrom: instantText(new Date(from)), validTo: instantText(new Date(to)) };
    const words = { purpose: 'a pilot', legalBasis: 'a plan' };
    await desk.do('give-grant', { sender: 'tax', recipients: ['intake'], type, ...words, ...period });
    const at = async (ms: number): Promise<string> => {
      jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(ms));
      const records = bus
        .member('tax')
        .notices([{ dossierCode: aDossier(), sequence: 1, to: [{ member: 'intake', office: 'bien-hoa' }] }]);
      await bus.exchange.process(records);
      const [entry] = await entriesOf(idsOf(records));
      return entry?.code ?? entry?.kind ?? '';
    };
    await eventually(async () => (await at(from)) === 'accepted', { describe: 'the grant to be known' });
    expect(await at(from - 1)).toBe('integration-bus.GRANT_MISSING');
    expect(await at(to - 1)).toBe('accepted');
    expect(await at(to)).toBe('integration-bus.GRANT_MISSING');
  });

  it('makes a void of what still waits when its grant is withdrawn, under its number and with the reason', async () => {
    await desk.do('register-member', newMember('library'));
    const right = { sender: 'tax', recipients: ['library'], type };
    await desk.do('give-grant', { ...right, purpose: 'books', legalBasis: 'a rule' });
    await desk.do('suspend-member', { member: 'library' });
    const dossierCode = aDossier();
    const to = [{ member: 'library', office: 'bien-hoa' }];
    const records = bus.member('tax').notices([1, 2].map((sequence) => ({ dossierCode, sequence, to })));
    await bus.exchange.process(records);
    expect((await judged(records)).map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
    await desk.do('withdraw-grant', right);
    await desk.do('resume-member', { member: 'library' });
    const voids = await eventually(
      async () => {
        const rows = await bus.rows<{ seq: string; reason: string }>(
          `select d.seq, e.content ->> 'reason' as reason from delivery d join log_entry e using (log_id)
           where d.recipient = 'library' and e.kind = 'void' order by d.seq`,
        );
        return rows.length === 2 && rows;
      },
      { timeoutMs: 30_000, describe: 'the voids' },
    );
    expect(voids).toEqual([
      { seq: '1', reason: 'grant-lapsed' },
      { seq: '2', reason: 'grant-lapsed' },
    ]);
  });

  it('gives no right for the past, none twice, and none to or from strangers', async () => {
    const grant = { sender: 'intake', recipients: ['tax'], type, purpose: 'x y', legalBasis: 'x y' };
    const refusal = async (content: object): Promise<unknown> => {
      const asked = await desk.ask('give-grant', content);
      return (await desk.confirm(asked.body.id)).body;
    };
    expect(await refusal({ ...grant, validFrom: '2020-01-01T00:00:00+07:00' })).toMatchObject({
      code: 'integration-bus.FROM_THE_PAST',
    });
    expect(await refusal({ ...grant, recipients: ['nobody'] })).toMatchObject({
      code: 'integration-bus.MEMBER_UNKNOWN',
    });
    await desk.do('give-grant', grant);
    expect(await refusal(grant)).toMatchObject({ code: 'integration-bus.GRANT_KNOWN' });
    await desk.do('withdraw-grant', { sender: 'intake', recipients: ['tax'], type });
    await desk.do('give-grant', grant);
    await desk.do('withdraw-grant', { sender: 'intake', recipients: ['tax'], type });
  });

  it('refuses what a revoked key signs within 5 seconds, on both instances, also when the word about it is lost', async () => {
    const taken = async (one: SpecBus, kid: string, jwk: never): Promise<string> => {
      const records = memberWith('tax', kid, jwk).notices([{ dossierCode: aDossier(), sequence: 1 }]);
      await one.exchange.process(records);
      const [entry] = await entriesOf(idsOf(records));
      return entry?.code ?? entry?.kind ?? 'nothing';
    };
    for (const kid of ['tax-told', 'tax-untold']) {
      const { privateJwk, publicJwk } = generateKey(kid);
      await desk.do('add-key', { member: 'tax', kid, x: publicJwk.x });
      for (const one of [bus, other]) {
        await eventually(async () => (await taken(one, kid, privateJwk as never)) === 'accepted', { timeoutMs: 5_000 });
      }
      if (kid === 'tax-untold') {
        await bus.rows(`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'integration-bus:registry' and datname = current_database()`);
      }
      const revokedAt = Date.now();
      expect(await desk.ask('revoke-key', { kid })).toMatchObject({ status: 201, body: { state: 'in-force' } });
      for (const one of [bus, other]) {
        const refused = async (): Promise<boolean> =>
          (await taken(one, kid, privateJwk as never)) === 'envelope.KEY_NOT_VALID';
        await eventually(refused, { timeoutMs: 5_000, describe: `${kid} to be refused` });
      }
      expect(Date.now() - revokedAt).toBeLessThan(5_000);
    }
  });

  it('replaces a key under load without one refused message: the old and the new one hold side by side', async () => {
    const old = generateKey('tax-old');
    const fresh = generateKey('tax-new');
    await desk.do('add-key', { member: 'tax', kid: 'tax-old', x: old.publicJwk.x });
    await eventually(() => other.running.app.get(CurrentRegistry).find('tax-old') !== undefined);
    let signer = signerFromJwk(old.privateJwk);
    let running = true;
    const written: WireRecord[] = [];
    const traffic = (async (): Promise<void> => {
      while (running) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        const codes = Array.from({ length: 5 }, aDossier);
        const records = bus.member('tax').notices(
          codes.map((dossierCode) => ({ dossierCode, sequence: 1 })),
          signer,
        );
        await write(records);
        written.push(...records);
      }
    })();
    await eventually(() => written.length >= 20, { timeoutMs: 30_000, describe: 'traffic by the old key' });
    await desk.do('add-key', { member: 'tax', kid: 'tax-new', x: fresh.publicJwk.x });
    signer = signerFromJwk(fresh.privateJwk);
    const before = written.length;
    await eventually(() => written.length >= before + 40, { timeoutMs: 30_000 });
    const oldOnes = written.slice(0, before + 5);
    await judged(oldOnes);
    await eventually(() => told('tax-new').length > 0, { describe: 'the recipients to be told of the new key' });
    await desk.do('revoke-key', { kid: 'tax-old' });
    const after = written.length;
    await eventually(() => written.length >= after + 40, { timeoutMs: 30_000 });
    running = false;
    await traffic;
    const entries = await judged(written);
    expect(entries.filter(({ kind }) => kind !== 'accepted')).toEqual([]);
    const keys = await bus.rows<{ key_id: string }>('select distinct key_id from log_entry where id = any($1)', [
      idsOf(written),
    ]);
    expect(keys.map((row) => row.key_id).sort()).toEqual(['tax-new', 'tax-old']);
    const end = await eventually(() => told('tax-old').find(({ validTo }) => validTo !== undefined), {
      describe: 'the recipients to be told of the end of the old key',
    });
    expect(end).toMatchObject({ member: 'tax', x: old.publicJwk.x });
    const published = await desk.get<PublishedKey[]>('/directory/keys');
    expect(published.body.find(({ kid }) => kid === 'tax-old')?.validTo).toBeDefined();
  });

  it('holds everything of a suspended member and loses nothing: it goes on after the resumption, in order', async () => {
    const dossierCode = aDossier();
    await desk.do('suspend-member', { member: 'tax' });
    await eventually(
      () => [bus, other].every((one) => one.running.app.get(CurrentRegistry).now.member('tax')?.state === 'suspended'),
      { timeoutMs: 5_000 },
    );
    const records = bus.member('tax').notices([1, 2, 3].map((sequence) => ({ dossierCode, sequence })));
    await bus.exchange.process(records);
    expect(await entriesOf(idsOf(records))).toEqual([]);
    await write(records);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await entriesOf(idsOf(records))).toEqual([]);
    await desk.do('resume-member', { member: 'tax' });
    expect((await judged(records)).map(({ kind }) => kind)).toEqual(['accepted', 'accepted', 'accepted']);
    const delivered = (): string[] => [
      ...new Set(
        topics.inStream('land-registry', `dossier:${dossierCode}`).map(({ headers }) => headers.ce_sequence ?? ''),
      ),
    ];
    await eventually(() => delivered().length === 3, { timeoutMs: 60_000, describe: 'the deliveries' });
    expect(delivered()).toEqual(['1', '2', '3']);
  });

  it('answers which rights, keys and schemas held at any past instant, and by which a message was judged', async () => {
    await desk.do('register-member', newMember('archive'));
    const before = instantText(new Date());
    await desk.do('give-grant', { sender: 'tax', recipients: ['archive'], type, purpose: 'p q', legalBasis: 'l m' });
    const records = bus
      .member('tax')
      .notices([{ dossierCode: aDossier(), sequence: 1, to: [{ member: 'archive', office: 'bien-hoa' }] }]);
    await eventually(async () => {
      await bus.exchange.process(records);
      return (await entriesOf(idsOf(records))).some(({ kind }) => kind === 'accepted');
    });
    const during = instantText(new Date());
    await desk.do('withdraw-grant', { sender: 'tax', recipients: ['archive'], type });
    await desk.do('suspend-member', { member: 'archive' });
    const rowsAt = async (instant: string): Promise<HeldView[]> =>
      (await desk.get<Page<HeldView>>(`/registry/at?member=archive&instant=${encodeURIComponent(instant)}`)).body
        .items as HeldView[];
    const grants = (rows: readonly HeldView[]): unknown[] => rows.filter(({ table }) => table === 'grant_row');
    const state = (rows: readonly HeldView[]): unknown => rows.find(({ table }) => table === 'member')?.row;
    expect(grants(await rowsAt(before))).toEqual([]);
    expect(grants(await rowsAt(during))).toMatchObject([
      { row: { sender: 'tax', recipient: 'archive', purpose: 'p q' } },
    ]);
    expect(state(await rowsAt(during))).toMatchObject({ state: 'active' });
    const now = await rowsAt(instantText(new Date()));
    expect(grants(now)).toEqual([]);
    expect(state(now)).toMatchObject({ state: 'suspended' });
    expect(await rowsAt('2016-01-01T00:00:00+07:00')).toEqual([]);

    const [entry] = (await entriesOf(idsOf(records))).filter(({ kind }) => kind === 'accepted');
    const { body } = await desk.get<JudgedBy>(`/registry/at/${entry?.log_id ?? ''}`);
    expect(body).toMatchObject({ kind: 'accepted', type, keyId: 'tax-1' });
    expect(body.rows.map(({ table }) => table).sort()).toEqual(
      ['grant_row', 'member', 'member', 'member_key', 'message_schema'].sort(),
    );
    expect(body.rows.find(({ key }) => key === 'archive')?.row).toMatchObject({ state: 'active' });
    const proofs = await bus.rows('select 1 from log_entry where log_id = any($1)', [
      body.rows.map(({ logId }) => logId),
    ]);
    expect(proofs).toHaveLength(new Set(body.rows.map(({ logId }) => logId)).size);
    expect((await desk.get('/registry/at/019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01')).status).toBe(404);
    expect((await desk.get('/registry/at?instant=2100-01-01T00:00:00Z')).status).toBe(400);
  });

  it('gives the registry of an instant page by page, every row once', async () => {
    const found: string[] = [];
    for (let query = '?limit=3'; ;) {
      const { body } = await desk.get<Page<HeldView>>(`/registry/at${query}`);
      found.push(...body.items.map(({ table, key }) => `${table} ${key}`));
      if (body.next === undefined) break;
      query = `?limit=3&cursor=${body.next}`;
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toEqual(expect.arrayContaining(['member tax', 'member_key tax-1', 'operator bus-operator-centre']));
  });

  it('refuses a schema that breaks its version, with the JSON pointer, and takes one that adds an optional field', async () => {
    const of = 'vn.lienthong.tax.kept.v1';
    const schema = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
    const withAge = { ...schema, properties: { ...schema.properties, age: { type: 'integer' } } };
    await desk.do('register-schema', { type: of, schema });
    expect((await desk.do('register-schema', { type: of, schema: withAge })).result).toMatchObject({ revision: 2 });
    const asked = await desk.ask('register-schema', { type: of, schema: { ...withAge, required: ['name', 'age'] } });
    expect(await desk.confirm(asked.body.id)).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.SCHEMA_BREAKS' } },
    });
    expect(JSON.stringify((await desk.confirm(asked.body.id)).body)).toContain('/properties/age');
    const nonsense = await desk.ask('register-schema', {
      type: of,
      schema: { type: 'object', properties: { a: { type: 'x' } } },
    });
    expect(await desk.confirm(nonsense.body.id)).toMatchObject({ body: { code: 'integration-bus.SCHEMA_INVALID' } });
  });

  it('finds an agency by its old and its new code, and what a merger made of them (O §2.1)', async () => {
    const codes = (old: string, group: string): object => ({
      agencyCode: [
        { code: old, validFrom: '2016-04-01', validTo: '2025-06-30', successors: [`H19.${group}`] },
        { code: `H19.${group}`, validFrom: '2025-07-01' },
      ],
    });
    await desk.do('register-member', newMember('culture', codes('000.00.81.H19', '81')));
    await desk.do('register-member', newMember('sports', codes('000.00.82.H19', '82')));
    const of = async (code: string, on: string): Promise<ResolvedCode> =>
      (await desk.get<ResolvedCode>(`/registry/agency-codes/${code}?on=${on}`)).body;
    expect(await of('000.00.81.H19', '2020-01-01')).toMatchObject({
      form: 'legacy',
      holds: true,
      found: { member: 'culture' },
    });
    expect(await of('h19.81', '2026-01-01')).toMatchObject({ form: 'qd20', holds: true, found: { member: 'culture' } });
    expect(await of('000.00.81.H19', '2026-01-01')).toMatchObject({
      holds: false,
      current: [{ code: 'H19.81', member: 'culture' }],
    });
    expect(await of('00.81.H19', '2020-01-01')).toMatchObject({
      warning: 'legacy-short',
      found: { code: '000.00.81.H19' },
    });
    expect((await desk.get('/registry/agency-codes/H19.99')).status).toBe(404);
    const taken = await desk.ask('set-agency-code', { member: 'sports', code: 'H19.81', validFrom: '2026-01-01' });
    expect(await desk.confirm(taken.body.id)).toMatchObject({ body: { code: 'integration-bus.AGENCY_CODE_TAKEN' } });
  });

  it('lets only operators look, and changes nothing about the bus itself', async () => {
    const monitor = await bus.api('monitor');
    for (const path of [
      '/registry/at',
      '/registry/agency-codes/H19',
      '/registry/at/019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
    ]) {
      expect((await monitor.get(path)).status).toBe(403);
    }
    expect(await desk.ask('suspend-member', { member: 'integration-bus' })).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.MEMBER_IS_THE_BUS' } },
    });
  });
});
