import { Clock, instantOf, localDate, OffsetClock } from '@lienthong/kernel';
import { eventually, withClient } from '@lienthong/testing';
import { DIFFERENCES } from '../src/reconciliation/difference';
import { Reconciler } from '../src/reconciliation/reconciler';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';
import { dayBefore, Divergences, named, reconciled } from './reconciliation.mother';
import { specNotice } from './notice.mother';
import { RestorableMember } from './restorable-member.mother';

/** More than two pages of each book. */
const MANY = 1_000;
const LONG = { timeoutMs: 60_000 };
const { unanswered, otherHash } = Divergences;

describe('the comparison of the members’ books with the log', () => {
  let bus: SpecBus;
  let tax: RestorableMember;
  let land: RestorableMember;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({
      ...{ REDELIVER_AFTER_MS: '600000', REDELIVER_AT_MOST_MS: '600000' },
      ...{ RECONCILE_MARGIN_MS: '0', RECONCILE_WAIT_MS: '60000' },
    });
    await bus.administer("update member set transport = 'pull' where code = 'intake'");
    [tax, land] = await Promise.all([RestorableMember.start(bus, 'tax'), RestorableMember.start(bus, 'land-registry')]);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(async () => {
    await Promise.all([tax.drop(), land.drop()]);
    await bus.stop();
  });

  const send = async (...texts: readonly string[]): Promise<void> => tax.send(dossier((number += 1)), ...texts);
  const settled = (handled: number): Promise<unknown> =>
    eventually(
      async () => {
        const [open] = await bus.rows<{ n: number }>(
          "select count(*)::int as n from delivery where outcome is distinct from 'handled'",
        );
        const [seen] = await land.rows<{ n: number }>('select count(*)::int as n from seen');
        const [unsettled] = await tax.rows<{ n: number }>(
          'select count(*)::int as n from outbox where accepted_at is null and rejected_at is null',
        );
        const found = [open?.n, seen?.n, unsettled?.n].join();
        if (found !== `0,${handled},0`) throw new Error(found);
        return true;
      },
      { timeoutMs: 60_000, describe: 'everything to be handled and answered' },
    );

  it('finds nothing where nothing differs, over many pages (F23)', async () => {
    for (let i = 0; i < 10; i += 1) await send(...Array.from({ length: MANY / 10 }, (_, nr) => `clean ${i}/${nr}`));
    await settled(MANY);
    const report = await reconciled(bus);
    expect(report.differences.items).toEqual([]);
    expect(report).toMatchObject({ counts: {}, missing: [], notCompared: ['intake'] });
    expect(report.compared).toEqual(
      expect.arrayContaining([
        { member: 'tax', side: 'sent', messages: MANY },
        { member: 'land-registry', side: 'received', messages: MANY },
      ]),
    );
    const [entry] = await bus.rows<{ content: object }>('select content from log_entry where log_id = $1', [
      report.logId,
    ]);
    expect(entry?.content).toMatchObject({
      act: 'reconciliation',
      run: report.id,
      digest: expect.any(String) as string,
    });
    const pages = await bus.rows("select 1 from log_entry where kind = 'protocol' and type like '%book-page.v1'");
    expect(pages.length).toBeGreaterThanOrEqual(8);
  });

  it('names every kind of difference that is planted, and invents none (F23)', async () => {
    const d = new Divergences(bus, tax, land);
    const kinds = Object.keys(DIFFERENCES);
    await bus.administer('update grant_row set enabled = false');
    for (const text of ['refused 1', 'refused 2', 'refused 3']) await send(text);
    await eventually(async () => (await tax.rows('select 1 from outbox where rejected_at is not null')).length === 3);
    await bus.administer('update grant_row set enabled = true');
    for (const kind of kinds) await send(`${kind} 1`, `${kind} 2`);
    await settled(MANY + 2 * kinds.length);

    await d.onlyAtSender('sent-not-logged', 'sent-not-logged 1', 'now(), null');
    await d.onlyAtSender('rejected-not-logged', 'rejected-not-logged 1', 'null, now()');
    await d.onlyAtSender('open-not-logged', 'open-not-logged 1', 'null, null');
    await d.goneAtSender('logged-not-sent', 'logged-not-sent 1');
    await d.goneAtSender('refused-not-sent', 'refused 1');
    const open = 'accepted_at = null, rejected_at = null, sent_at = now(), attempts = 9';
    await d.atSender('accepted-open-at-sender', 'accepted-open-at-sender 1', open);
    await d.atSender(
      'accepted-rejected-at-sender',
      'accepted-rejected-at-sender 1',
      'accepted_at = null, rejected_at = now()',
    );
    await d.atSender('rejected-accepted-at-sender', 'refused 2', 'accepted_at = now(), rejected_at = null');
    await d.atSender('rejected-open-at-sender', 'refused 3', open);
    await d.atSender('other-stream', 'other-stream 1', "stream = stream || '9'");
    await d.atSender('other-epoch', 'other-epoch 1', 'epoch = 7');
    await d.atSender('other-number', 'other-number 1', 'seq = 99');
    await d.atSender('other-recipients', 'other-recipients 1', "recipients = 'land-registry/long-thanh'");
    await d.atSender('hash-differs', 'hash-differs 1', `content_hash = '${otherHash}'`);

    await bus.setState('land-registry', 'suspended');
    await send('late 1');
    await eventually(async () => (await bus.rows("select 1 from delivery where state = 'waiting'")).length === 1);
    await d.note('late-delivery', 'late 1');
    const [twice] = await withClient(bus.database.migratorUrl, async (client) => {
      const id = await d.note('logged-twice', 'logged-twice 1');
      const copy = `insert into log_entry select (jsonb_populate_record(e, jsonb_build_object('log_id',
        overlay(e.log_id::text placing 'ffffffffffff' from 25)))).* from log_entry e where e.id = '${id}' and e.kind = 'accepted' returning 1`;
      return (await client.query(copy)).rows as object[];
    });
    expect(twice).toBeDefined();
    await d.goneAtRecipient('delivery-missing', 'delivery-missing 2', 'delete from delivery d');
    const add = (recipient: string, seq: string): string =>
      `insert into delivery (recipient, stream, epoch, seq, office, log_id, shard, state, outcome, acknowledged_at)
       select '${recipient}', d.stream, d.epoch, ${seq}, d.office, d.log_id, d.shard, 'acknowledged', 'handled', now() from delivery d
       join log_entry e on e.log_id = d.log_id where e.kind = 'accepted' and e.id = `;
    await withClient(bus.database.migratorUrl, async (client) => {
      await client.query(`${add('intake', '1')} '${await d.note('delivered-to-unnamed', 'delivered-to-unnamed 1')}'`);
      await client.query(`${add('land-registry', '3')} '${await d.note('delivered-twice', 'delivered-twice 2')}'`);
      const gone = await d.note('payload-missing', 'payload-missing 1');
      await client.query(`delete from payload p using log_entry e where e.log_id = p.log_id and e.id = '${gone}'`);
      await d.delivery(gone, "update delivery d set outcome = 'parked'");
      await land.rows(`update inbox set outcome = 'parked' where id = '${gone}'`);
    });
    await d.atBus('delivery-number-missing', 'delivery-number-missing 2', { delivery: 'seq = 9', mark: 'seq = 9' });
    const first = await d.idOf('order-differs 1');
    await d.delivery(first, 'update delivery d set seq = 3');
    await d.atBus('order-differs', 'order-differs 2', { delivery: 'seq = 1', mark: 'seq = 1' });
    await d.delivery(first, 'update delivery d set seq = 2');
    await land.rows(`update inbox set seq = 2 where id = '${first}'`);
    await d.goneAtRecipient(
      'delivered-not-in-inbox',
      'delivered-not-in-inbox 2',
      `update delivery d set ${unanswered}`,
    );
    await d.goneAtRecipient('acknowledged-not-in-inbox', 'acknowledged-not-in-inbox 2');
    await d.onlyAtRecipient('in-inbox-not-logged', 'in-inbox-not-logged 2');
    const own = await d.note('in-inbox-not-delivered', 'in-inbox-not-delivered 1');
    await tax.rows(`insert into inbox (sender, id, stream, seq, hash, outcome, handled_at)
      values ('tax', '${own}', 'dossier:x', 1, '${otherHash}', 'handled', now())`);
    await d.atBus('handled-not-acknowledged', 'handled-not-acknowledged 1', { delivery: unanswered });
    await d.atRecipient('acknowledged-not-handled', 'acknowledged-not-handled 2', "outcome = 'parked'");
    await d.atBus('parked-unknown', 'parked-unknown 2', { delivery: unanswered, mark: "outcome = 'parked'" });
    await d.atBus('stashed-unknown', 'stashed-unknown 2', { delivery: unanswered, mark: "outcome = 'stashed'" });
    await d.atBus('outcome-differs', 'outcome-differs 1', { delivery: "outcome = 'discarded'" });
    await d.atBus('handled-despite-void', 'handled-despite-void 1', { delivery: 'replaced_log_id = d.log_id' });
    await d.goneAtRecipient('void-missing', 'void-missing 2', 'update delivery d set replaced_log_id = d.log_id');
    await d.atRecipient('voided-not-by-bus', 'voided-not-by-bus 2', "outcome = 'voided'");
    await d.atRecipient('other-stream-at-recipient', 'other-stream-at-recipient 1', "stream = 'dossier:other'");
    await d.atRecipient('other-number-at-recipient', 'other-number-at-recipient 1', 'seq = 77');
    await d.atRecipient('hash-differs-at-recipient', 'hash-differs-at-recipient 1', `hash = '${otherHash}'`);

    const report = await reconciled(bus);
    expect(named(report)).toEqual([...d.planted].sort());
    expect(Object.keys(report.counts).sort()).toEqual([...kinds].sort());
    expect(kinds.length).toBeGreaterThanOrEqual(20);
  });

  it('goes on without the book of a member that shows none, and says so', async () => {
    await bus.setState('land-registry', 'active');
    await bus.restart({ RECONCILE_WAIT_MS: '8000' });
    await tax.stop();
    const { missing, counts } = await reconciled(bus);
    const ofTax = missing.filter(({ member }) => member === 'tax').map(({ side }) => side);
    expect(ofTax).toEqual(['received', 'sent']);
    expect(counts['logged-not-sent']).toBeUndefined();
    await tax.start();
  });

  it('asks a member without Kafka as well, names it while it shows none, and compares what it shows (F23)', async () => {
    const intake = new HttpMember(bus, 'intake');
    await bus.administer(
      `insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
       select 'intake', recipient, type, purpose, legal_basis, true, valid_from, log_id from grant_row where type = $1`,
      [specNotice.type],
    );
    const { body } = await intake.notice({ dossierCode: dossier((number += 1)), sequence: 1 });
    const [sent] = await bus.rows<{ id: string }>('select id from log_entry where log_id = $1', [body.logId]);
    const showEmptyBooks = async (): Promise<void> => {
      const questions = (await intake.lease({ waitSeconds: 30 })).messages.filter(({ type }) =>
        type.includes('book-wanted'),
      );
      expect(questions.map(({ data }) => data.side).sort()).toEqual(['received', 'sent']);
      for (const { data } of questions) {
        const page = { run: data.run as string, side: data.side as 'sent' | 'received', items: [] };
        expect(await intake.submit(intake.bookPage(page))).toMatchObject({ status: 202 });
      }
    };
    expect((await reconciled(bus)).notCompared).toEqual(['intake']);
    await showEmptyBooks();
    const [report] = await Promise.all([reconciled(bus), showEmptyBooks()]);
    expect(report.notCompared).toEqual([]);
    expect(report.missing.filter(({ member }) => member === 'intake')).toEqual([]);
    const found = 'select kind from reconciliation_difference where run = $1 and id = $2';
    expect(await bus.rows(found, [report.id, sent?.id])).toContainEqual({ kind: 'logged-not-sent' });
  });

  it('begins by itself at night, once, with the day before', async () => {
    const runs = (): Promise<{ day: string; asked_by: string; state: string }[]> =>
      bus.rows('select day::text as day, asked_by, state from reconciliation order by began_at');
    const before = (await runs()).length;
    const clock = bus.running.app.get(Clock);
    const rounds = jest.spyOn(Reconciler.prototype as unknown as { round(): Promise<object> }, 'round');
    const later = localDate(new OffsetClock(2 * 86_400_000).now());
    const setMinute = (minute: number): void =>
      void jest.spyOn(clock, 'now').mockReturnValue(instantOf(later, minute * 60_000));
    /** Two days later at this minute of the day; returns when a round that began then has ended. */
    const roundAt = async (minute: number): Promise<void> => {
      setMinute(minute);
      const from = rounds.mock.calls.length;
      bus.running.app.get(Reconciler).wake();
      await eventually(() => rounds.mock.calls.length > from, LONG);
      await rounds.mock.results[from]?.value;
    };
    await roundAt(89);
    expect(await runs()).toHaveLength(before);
    await roundAt(90);
    await eventually(async () => (await runs()).length > before, { ...LONG, describe: 'the nightly comparison' });
    setMinute(12 * 60);
    await eventually(async () => (await runs()).every(({ state }) => state === 'done'), LONG);
    const day = dayBefore(bus);
    expect((await runs()).slice(before)).toEqual([{ day, asked_by: 'integration-bus', state: 'done' }]);
    await roundAt(13 * 60);
    await roundAt(23 * 60);
    expect(await runs()).toHaveLength(before + 1);
    jest.restoreAllMocks();
  });

  it('refuses a day of which senders keep no book any more', async () => {
    const answer = await (await bus.api('bus-operator')).post('/reconciliations', { day: '2020-01-01' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'integration-bus.RECONCILIATION_DAY' } });
  });
});
