import { beginAgain, createKafka } from '@lienthong/messaging';
import { eventually, testInfrastructure, withClient } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { RestorableMember } from './restorable-member.mother';

/** The steps of docs/runbooks/restored-database.md on a real member, bus, broker and database. */
describe('a member whose database was restored to an earlier state', () => {
  let bus: SpecBus;
  let tax: RestorableMember;
  let land: RestorableMember;
  const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'restore-spec' });

  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '1000', ASK_AGAIN_MS: '500' });
    [tax, land] = await Promise.all([RestorableMember.start(bus, 'tax'), RestorableMember.start(bus, 'land-registry')]);
  });
  afterAll(async () => {
    await tax.drop();
    await land.drop();
    await bus.stop();
  });

  const begin = (member: RestorableMember, topicPrefix = bus.topicPrefix) =>
    withClient(member.database.migratorUrl, (client) =>
      beginAgain({ kafka, client, member: member.code, topicPrefix, reason: 'spec' }),
    );
  const saw = (...expected: readonly string[]): Promise<unknown> =>
    eventually(
      async () => {
        const seen = byStream(await land.seen());
        if (JSON.stringify(seen) !== JSON.stringify(byStream(expected))) throw new Error(JSON.stringify(seen));
        return true;
      },
      { timeoutMs: 60_000, describe: 'what land has seen' },
    );
  const settled = (member: RestorableMember): Promise<unknown> =>
    eventually(
      async () => {
        const open = await member.rows('select stream, seq, rejection from outbox where accepted_at is null');
        if (open.length > 0) throw new Error(JSON.stringify(open));
        return true;
      },
      { timeoutMs: 60_000, describe: 'every message to be accepted' },
    );

  it('is not prepared while it runs, whatever prefix somebody believes it to use, and nothing of it changes', async () => {
    await expect(begin(tax)).rejects.toThrow('still runs');
    await expect(begin(tax, 'other.')).rejects.toThrow('still runs');
    expect(await tax.rows('select epoch from outgoing_epoch')).toEqual([{ epoch: 1 }]);
  });

  it('sends on in a new epoch: what the bus knows is not doubled, what is new is not refused, and order holds', async () => {
    const [old, fresh] = [dossier(11), dossier(12)];
    await tax.send(old, 'a1', 'a2');
    await saw('a1 1×', 'a2 1×');
    await tax.send(old, 'a3');
    await saw('a1 1×', 'a2 1×', 'a3 1×');
    await settled(tax);
    await tax.stop();
    // In the backup a3 has no answer yet; the answer and all later numbers are of the lost time.
    await tax.rows("update outbox set accepted_at = null, rejected_at = null where seq = 3 and stream like '%0011'");
    await tax.backUp();
    await tax.start();
    await tax.send(old, 'a4');
    await tax.send(fresh, 'b1');
    await saw('a1 1×', 'a2 1×', 'a3 1×', 'a4 1×', 'b1 1×');
    await tax.stop();

    await tax.goBack();
    const begun = await begin(tax);
    expect(begun).toMatchObject({ openRows: 1, streams: 1 });
    expect(begun.epoch).toBeGreaterThan(1);
    await tax.start();
    await tax.send(old, 'a5');
    await tax.send(fresh, 'b2');
    await saw('a1 1×', 'a2 1×', 'a3 1×', 'a4 1×', 'b1 1×', 'a5 1×', 'b2 1×');
    await settled(tax);
    expect(await bus.rows('select code from rejection')).toEqual([]);
  });

  it('sends what the backup held open before all that is new, also when it was thought to be sent', async () => {
    const before = await land.seen();
    const stream = dossier(31);
    await tax.send(stream, 'e1');
    await saw(...before, 'e1 1×');
    await settled(tax);
    await tax.stop();
    await tax.startWithoutBroker();
    await tax.send(stream, 'e2');
    await tax.stop();
    // Sent and lost on the way: by itself it would be sent again in some minutes only.
    await tax.rows('update outbox set sent_at = now(), attempts = 9 where accepted_at is null');
    await begin(tax);
    await tax.start();
    await tax.send(stream, 'e3');
    await saw(...before, 'e1 1×', 'e2 1×', 'e3 1×');
    await settled(tax);
  });

  it('gets again what it had handled after the backup, each once and in order', async () => {
    const [old, fresh] = [dossier(21), dossier(22)];
    const before = await land.seen();
    await tax.send(old, 'c1');
    await saw(...before, 'c1 1×');
    await land.stop();
    await land.backUp();
    await land.start();
    await tax.send(old, 'c2', 'c3');
    await tax.send(fresh, 'd1');
    await saw(...before, 'c1 1×', 'c2 1×', 'c3 1×', 'd1 1×');
    await land.stop();

    await land.goBack();
    await begin(land);
    await land.start();
    await saw(...before, 'c1 1×', 'c2 1×', 'c3 1×', 'd1 1×');
    await tax.send(fresh, 'd2');
    await saw(...before, 'c1 1×', 'c2 1×', 'c3 1×', 'd1 1×', 'd2 1×');
    expect(await land.rows('select cause from parked')).toEqual([]);
    expect(await land.rows('select stream from stash')).toEqual([]);
  });

  it('begins an epoch that was never used also when it goes back behind an earlier restore', async () => {
    await tax.stop();
    const { epoch: last } = (await tax.rows<{ epoch: number }>('select max(epoch) as epoch from outgoing_epoch'))[0]!;
    await tax.goBack();
    expect((await begin(tax)).epoch).toBeGreaterThan(last);
    await tax.start();
    await tax.send(dossier(11), 'a6');
    await eventually(async () => (await land.seen()).includes('a6 1×'), { timeoutMs: 60_000 });
    expect(await bus.rows('select code from rejection')).toEqual([]);
  });

  it('lets only the owner of the schema begin an epoch', async () => {
    const asApp = withClient(tax.database.appUrl, (client) => client.query("select begin_new_epoch('no')"));
    await expect(asApp).rejects.toThrow('permission denied');
  });
});

/** Order is kept in a stream only; texts of one stream begin with the same letter. */
function byStream(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) =>
    one.charAt(0) < other.charAt(0) ? -1 : Number(one.charAt(0) > other.charAt(0)),
  );
}
