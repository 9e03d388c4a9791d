import { beginAgain, createKafka, forgetOffsets, topicNames } from '@lienthong/messaging';
import { eventually, testInfrastructure, withClient } from '@lienthong/testing';
import { backUp, dropBackup, goBack } from './backup.mother';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { named, reconciled } from './reconciliation.mother';
import { loseRecords } from './recipient.mother';
import { poison, RestorableMember } from './restorable-member.mother';

const LONG = { timeoutMs: 90_000 };

/** The steps of docs/runbooks/restored-database.md with `--since`, while the broker has lost its records as well. */
describe('a database that went back, with the other side told since when', () => {
  let bus: SpecBus;
  let tax: RestorableMember;
  let intake: RestorableMember;
  let land: RestorableMember;
  const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'restore-spec' });

  beforeAll(async () => {
    bus = await SpecBus.start({
      ...{ REDELIVER_AFTER_MS: '1000', REDELIVER_AT_MOST_MS: '3000', ASK_AGAIN_MS: '500' },
      ...{ RECONCILE_MARGIN_MS: '0', RECONCILE_WAIT_MS: '60000' },
    });
    await bus.administer(
      `insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
       select 'intake', recipient, type, purpose, legal_basis, true, valid_from, log_id from grant_row where type = $1`,
      [specNotice.type],
    );
    [tax, intake, land] = await Promise.all([
      RestorableMember.start(bus, 'tax'),
      RestorableMember.start(bus, 'intake'),
      RestorableMember.start(bus, 'land-registry'),
    ]);
  });
  afterAll(async () => {
    poison.clear();
    await Promise.all([tax.drop(), intake.drop(), land.drop()]);
    await dropBackup(bus.database);
    await bus.stop();
  });

  /** What land has handled, each once; of one sender and stream in the order in which it was sent. */
  const saw = (...expected: readonly string[]): Promise<unknown> =>
    eventually(
      async () => {
        const seen = await land.seen();
        const wanted = expected.map((text) => `${text} 1×`);
        if (JSON.stringify([...seen].sort()) !== JSON.stringify([...wanted].sort()))
          throw new Error(JSON.stringify(seen));
        for (const letter of new Set(expected.map((text) => text.charAt(0)))) {
          expect(seen.filter((text) => text.startsWith(letter))).toEqual(
            wanted.filter((text) => text.startsWith(letter)),
          );
        }
        return true;
      },
      { ...LONG, describe: 'what land has seen' },
    );
  const answered = (open = 0): Promise<unknown> =>
    eventually(
      async () => {
        const rows = await bus.rows(
          "select stream, epoch, seq, state, outcome from delivery where outcome is distinct from 'handled'",
        );
        const unsent = [tax, intake].map((one) =>
          one.rows('select stream, seq, rejection from outbox where accepted_at is null'),
        );
        const unaccepted = (await Promise.all(unsent)).flat();
        if (rows.length !== open || unaccepted.length > 0) throw new Error(JSON.stringify({ rows, unaccepted }));
        return true;
      },
      { ...LONG, describe: 'every message to be accepted and every delivery answered' },
    );
  const loseBroker = async (): Promise<void> => {
    const names = topicNames(bus.topicPrefix);
    for (const member of ['tax', 'intake', 'land-registry']) {
      await loseRecords(names.out(member));
      await loseRecords(names.in(member));
    }
  };

  it('the bus: what it forgot is sent again by id, nothing is lost, doubled or out of order, and all books agree (F23)', async () => {
    const [one, two, three] = [dossier(51), dossier(52), dossier(53)];
    await tax.send(one, 'a1', 'a2');
    await intake.send(one, 'b1');
    await saw('a1', 'a2', 'b1');
    await answered();
    await bus.running.stop();
    await backUp(bus.database);
    const since = new Date();
    await bus.startAgain();
    poison.add('d2');
    await intake.send(one, 'b2');
    await tax.send(one, 'a3');
    await intake.send(one, 'b3');
    await tax.send(two, 'c1');
    await tax.send(three, 'd1', 'd2', 'd3');
    await saw('a1', 'a2', 'b1', 'b2', 'a3', 'b3', 'c1', 'd1');
    await answered(2);
    await bus.running.stop();

    await goBack(bus.database);
    await loseBroker();
    await withClient(bus.database.migratorUrl, async (client) => {
      await forgetOffsets(kafka, `${bus.topicPrefix}integration-bus`, 'integration-bus');
      await client.query("insert into restoration (back_to, reason) values ($1, 'spec')", [since]);
    });
    await bus.startAgain();
    await tax.send(one, 'a4');
    await intake.send(one, 'b4');
    await tax.send(two, 'c2');
    await saw('a1', 'a2', 'b1', 'b2', 'a3', 'b3', 'c1', 'd1', 'a4', 'b4', 'c2');
    await answered(2);
    expect(await land.rows('select cause, seq from parked')).toMatchObject([{ cause: 'messaging.HANDLER_FAILED' }]);
    poison.clear();
    const [parked] = await land.rows<{ sender: string; id: string }>('select sender, id from parked');
    await land.release(parked?.sender ?? '', parked?.id ?? '');
    await saw('a1', 'a2', 'b1', 'b2', 'a3', 'b3', 'c1', 'd1', 'a4', 'b4', 'c2', 'd2', 'd3');
    await answered();
    expect(await land.rows('select stream from stash')).toEqual([]);
    const epochs = await bus.rows<{ epoch: number }>(
      "select distinct epoch from delivery where outcome = 'handled' order by epoch",
    );
    expect(epochs).toHaveLength(2);
    expect(await bus.rows("select 1 from log_entry where content ->> 'act' = 'restoration'")).toHaveLength(1);
    expect(named(await reconciled(bus))).toEqual([]);
  });

  it('a recipient: what it answered since is delivered again, handled once more in its order, and the books agree (F23)', async () => {
    const [old, fresh] = [dossier(61), dossier(62)];
    const before = (await land.seen()).map((text) => text.replace(' 1×', ''));
    await tax.send(old, 'r1');
    await saw(...before, 'r1');
    await answered();
    await land.stop();
    await land.backUp();
    const since = new Date();
    await land.start();
    await tax.send(old, 'r2', 'r3');
    await tax.send(fresh, 's1');
    await saw(...before, 'r1', 'r2', 'r3', 's1');
    await answered();
    await land.stop();

    await land.goBack();
    await loseBroker();
    await withClient(land.database.migratorUrl, (client) =>
      beginAgain({ ...{ kafka, client, member: land.code, topicPrefix: bus.topicPrefix, reason: 'spec' }, since }),
    );
    await land.start();
    await saw(...before, 'r1', 'r2', 'r3', 's1');
    await tax.send(fresh, 's2');
    await saw(...before, 'r1', 'r2', 'r3', 's1', 's2');
    await answered();
    expect(await land.rows('select cause from parked')).toEqual([]);
    expect(await bus.rows('select kind, state from replay')).toEqual([{ kind: 'restored', state: 'done' }]);
    expect(named(await reconciled(bus))).toEqual([]);
  });

  it('a sender: what it sent since and no longer knows is named by the comparison, and its new messages go on', async () => {
    await tax.stop();
    await tax.backUp();
    const since = new Date();
    await tax.start();
    const stream = dossier(71);
    const before = (await land.seen()).map((text) => text.replace(' 1×', ''));
    await tax.send(stream, 't1');
    await saw(...before, 't1');
    await answered();
    const [lost] = await tax.rows<{ id: string }>(`select id from outbox where stream = 'dossier:${stream}'`);
    await tax.stop();
    await tax.goBack();
    await withClient(tax.database.migratorUrl, (client) =>
      beginAgain({ ...{ kafka, client, member: tax.code, topicPrefix: bus.topicPrefix, reason: 'spec' }, since }),
    );
    await tax.start();
    await tax.send(stream, 't2');
    await saw(...before, 't1', 't2');
    await answered();
    expect(named(await reconciled(bus))).toEqual([`logged-not-sent ${lost?.id}`]);
  });
});
