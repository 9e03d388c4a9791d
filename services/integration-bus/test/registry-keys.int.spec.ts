import { type ChangedKey, generateKey, type KeyChangedV1, PROTOCOL_TYPES, signerFromJwk } from '@lienthong/envelope';
import type { WireRecord } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import { CurrentRegistry } from '../src/members/current-registry';
import type { PublishedKey } from '../src/members/registry.repository';
import type { SpecBus } from './bus.mother';
import type { SpecOperatorsDesk } from './operators.mother';
import { SpecRegistry } from './registry.mother';
import type { TopicListener } from './topic-listener.mother';

/** Several keys of a member with validity (A04). */
describe('the keys in the registry of the bus', () => {
  let registry: SpecRegistry;
  let bus: SpecBus;
  let other: SpecBus;
  let desk: SpecOperatorsDesk;
  let topics: TopicListener;
  beforeAll(async () => {
    registry = await SpecRegistry.start();
    ({ bus, other, desk, topics } = registry);
  });
  afterAll(() => registry.stop());

  /** What the recipient was told of a key, oldest first. */
  const told = (kid: string): ChangedKey[] =>
    topics
      .at('land-registry', ({ headers }) => headers.ce_type === PROTOCOL_TYPES.keyChanged)
      .flatMap(({ value }) => (JSON.parse(value) as KeyChangedV1).items)
      .filter((item) => item.kid === kid);

  it('refuses what a revoked key signs within 5 seconds, on both instances, also when the word about it is lost', async () => {
    const taken = async (one: SpecBus, kid: string, jwk: never): Promise<string> => {
      const records = registry.memberWith('tax', kid, jwk).notices([{ dossierCode: registry.aDossier(), sequence: 1 }]);
      await one.exchange.process(records);
      const [entry] = await registry.entriesOf(registry.idsOf(records));
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
        const codes = Array.from({ length: 5 }, registry.aDossier);
        const records = bus.member('tax').notices(
          codes.map((dossierCode) => ({ dossierCode, sequence: 1 })),
          signer,
        );
        await registry.write(records);
        written.push(...records);
      }
    })();
    await eventually(() => written.length >= 20, { timeoutMs: 60_000, describe: 'traffic by the old key' });
    await desk.do('add-key', { member: 'tax', kid: 'tax-new', x: fresh.publicJwk.x });
    signer = signerFromJwk(fresh.privateJwk);
    const before = written.length;
    await eventually(() => written.length >= before + 40, { timeoutMs: 60_000 });
    const oldOnes = written.slice(0, before + 5);
    await registry.judged(oldOnes);
    await eventually(() => told('tax-new').length > 0, { describe: 'the recipients to be told of the new key' });
    await desk.do('revoke-key', { kid: 'tax-old' });
    const after = written.length;
    await eventually(() => written.length >= after + 40, { timeoutMs: 60_000 });
    running = false;
    await traffic;
    const entries = await registry.judged(written);
    expect(entries.filter(({ kind }) => kind !== 'accepted')).toEqual([]);
    const keys = await bus.rows<{ key_id: string }>('select distinct key_id from log_entry where id = any($1)', [
      registry.idsOf(written),
    ]);
    expect(keys.map((row) => row.key_id).sort()).toEqual(['tax-new', 'tax-old']);
    const end = await eventually(() => told('tax-old').find(({ validTo }) => validTo !== undefined), {
      describe: 'the recipients to be told of the end of the old key',
    });
    expect(end).toMatchObject({ member: 'tax', x: old.publicJwk.x });
    const published = await desk.get<PublishedKey[]>('/directory/keys');
    expect(published.body.find(({ kid }) => kid === 'tax-old')?.validTo).toBeDefined();
  });
});
