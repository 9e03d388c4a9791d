import { createKafka, forgetOffsets } from '@lienthong/messaging';
import { eventually, testInfrastructure, withClient } from '@lienthong/testing';
import { backUp, dropBackup, goBack } from './backup.mother';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { SpecWebhook } from './webhook.mother';

const WORD = 'vn.lienthong.protocol';
const LONG = { timeoutMs: 60_000 };

/** Words that the bus says by itself, to senders that no topic reaches: tax pulls, intake has a webhook. */
describe('a sender without Kafka', () => {
  let bus: SpecBus;
  let hook: SpecWebhook;
  let tax: HttpMember;
  let intake: HttpMember;
  beforeAll(async () => {
    hook = await SpecWebhook.start();
    bus = await SpecBus.start({ WEBHOOK_NETWORKS: '127.0.0.0/8', ASK_AGAIN_MS: '300' });
    await bus.administer("update member set transport = 'pull' where code = 'tax'");
    await bus.administer("update member set transport = 'webhook', webhook_url = $1 where code = 'intake'", [hook.url]);
    await bus.administer(
      `insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
       select 'intake', recipient, type, purpose, legal_basis, true, valid_from, log_id from grant_row where type = $1`,
      [specNotice.type],
    );
    [tax, intake] = [new HttpMember(bus, 'tax'), new HttpMember(bus, 'intake')];
  });
  afterAll(async () => {
    await dropBackup(bus.database);
    await bus.stop();
    await hook.stop();
  });

  /** Words of one kind as the puller finds them, and as they were posted to the webhook. */
  const pulled = (kind: string): Promise<PulledEvent> =>
    eventually(
      async () => (await tax.lease({ waitSeconds: 2 })).messages.find(({ type }) => type === `${WORD}.${kind}.v1`),
      { ...LONG, describe: `${kind} to be leased` },
    );
  const posted = (kind: string): Promise<unknown> =>
    eventually(
      () => {
        const post = hook.posts.find(({ headers }) => headers['ce-type'] === `${WORD}.${kind}.v1`);
        return post && (JSON.parse(post.body) as unknown);
      },
      { ...LONG, describe: `${kind} to be posted` },
    );
  const taken = (sender: string, dossierCode: string): Promise<number[]> =>
    bus
      .rows<{ seq: number }>(
        `select (attributes ->> 'sequence')::int as seq from log_entry
         where kind = 'accepted' and sender = $1 and subject = $2 order by 1`,
        [sender, dossierCode],
      )
      .then((rows) => rows.map(({ seq }) => seq));

  it('is asked for the numbers behind which its messages wait, once for each time that it takes its words', async () => {
    const dossierCode = dossier(1);
    for (const member of [tax, intake]) {
      await member.notice({ dossierCode, sequence: 1 });
      expect(await member.notice({ dossierCode, sequence: 4 })).toMatchObject({ body: { outcome: 'waiting' } });
    }
    const wanted = { items: [{ stream: `dossier:${dossierCode}`, epoch: 1, from: 2, to: 3 }] };
    expect((await pulled('resend-wanted')).data).toEqual(wanted);
    expect(await posted('resend-wanted')).toEqual(wanted);
    const askedAt = async (): Promise<number> =>
      Number((await bus.rows<{ at: Date }>('select max(asked_at) as at from stream_in'))[0]?.at);
    const first = await askedAt();
    await eventually(async () => (await askedAt()) > first + 1_000, LONG);
    const kept = await bus.rows("select 1 from told_answer where member = 'tax' and kind = 'resend-wanted'");
    expect(kept.length).toBeLessThanOrEqual(1);
    for (const member of [tax, intake]) {
      for (const sequence of [2, 3]) await member.notice({ dossierCode, sequence });
    }
    await eventually(async () => (await taken('tax', dossierCode)).join() === '1,2,3,4', LONG);
    await eventually(async () => (await taken('intake', dossierCode)).join() === '1,2,3,4', LONG);
  });

  it('is told that the bus was restored, sends again what that has forgotten, and nothing of it is lost (F23)', async () => {
    const dossierCode = dossier(2);
    for (const member of [tax, intake]) await member.notice({ dossierCode, sequence: 1 });
    await bus.running.stop();
    await backUp(bus.database);
    const since = new Date();
    await bus.startAgain();
    const book = new Map(
      [tax, intake].map((member) => [member, [2, 3].map((sequence) => member.event({ dossierCode, sequence }))]),
    );
    for (const [member, events] of book) {
      for (const event of events) expect(await member.submit(event)).toMatchObject({ body: { outcome: 'accepted' } });
    }
    await bus.running.stop();
    await goBack(bus.database);
    await withClient(bus.database.migratorUrl, async (client) => {
      const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'restore-spec' });
      await forgetOffsets(kafka, `${bus.topicPrefix}integration-bus`, 'integration-bus');
      await client.query("insert into restoration (back_to, reason) values ($1, 'spec')", [since]);
    });
    await bus.startAgain();

    for (const { since: told } of [(await pulled('restored')).data, await posted('restored')] as { since: string }[]) {
      expect(Date.parse(told)).toBe(since.getTime());
    }
    for (const member of [tax, intake]) expect(await taken(member.code, dossierCode)).toEqual([1]);
    for (const [member, events] of book) {
      for (const event of events) expect(await member.submit(event)).toMatchObject({ body: { outcome: 'accepted' } });
      expect(await taken(member.code, dossierCode)).toEqual([1, 2, 3]);
    }
    const [restoration] = await bus.rows<{ told: string[]; all: boolean }>(
      'select told, all_told_at is not null as all from restoration',
    );
    expect([...(restoration?.told ?? [])].sort()).toEqual(['intake', 'land-registry', 'tax']);
  });
});
