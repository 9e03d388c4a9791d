import { generateKey } from '@lienthong/envelope';
import { eventually } from '@lienthong/testing';
import { KeyAnnouncer } from '../src/members/key-announcer';
import { KeyNotices } from '../src/members/key-notices';
import { type Letter, ProtocolPost } from '../src/protocol-post';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { SpecOperatorsDesk } from './operators.mother';
import { WebhookStage } from './webhook-stage.mother';

const KEY_CHANGED = 'vn.lienthong.protocol.key-changed.v1';
const PROVINCE = Array.from({ length: 200 }, (_, i) => `commune-${i + 1}`);
const OPEN_TRANSACTIONS = `
select 1 from pg_stat_activity where datname = current_database() and application_name = 'integration-bus'
  and state = 'idle in transaction' and xact_start < clock_timestamp() - interval '200 milliseconds'`;

interface ToldItem {
  readonly kid: string;
  readonly member: string;
  readonly validTo?: string;
}

/** Every member is told of changed keys, whatever its transport: also that a known one has ended (docs/runbooks/keys.md). */
describe('members are told of changed keys', () => {
  let stage: WebhookStage;
  let desk: SpecOperatorsDesk;
  beforeAll(async () => {
    stage = await WebhookStage.open();
    desk = new SpecOperatorsDesk(stage.bus);
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    jest.restoreAllMocks();
    await stage.forget();
  });

  const addKey = (kid: string): Promise<unknown> =>
    desk.do('add-key', { member: 'tax', kid, x: generateKey(kid).publicJwk.x });
  const isTold = async (kid: string): Promise<boolean> => {
    const sql = `select n.told_at from key_notice n join member_key k using (log_id) where k.kid = $1 and n.told_at is null`;
    return (await stage.bus.rows(sql, [kid])).length === 0;
  };
  const reads = async (transport: 'pull' | 'webhook'): Promise<void> => {
    await stage.reach(transport);
    await stage.bus.administer('select 1');
  };

  it('by a post, who has a webhook: of a new key, and that it ended', async () => {
    await addKey('tax-hook');
    await desk.ask('revoke-key', { kid: 'tax-hook' });
    const told = (): ToldItem[] =>
      stage.hook.posts
        .filter(({ headers }) => headers['ce-type'] === KEY_CHANGED)
        .flatMap(({ body }) => (JSON.parse(body) as { items: ToldItem[] }).items);
    await eventually(() => told().some(({ kid, validTo }) => kid === 'tax-hook' && validTo !== undefined), {
      describe: () => `the end of the key in ${JSON.stringify(told())}`,
    });
    expect(told()).toContainEqual(expect.objectContaining({ kid: 'tax-hook', member: 'tax' }));
  });

  it('with what it pulls next, who pulls: until it has shown that it read it', async () => {
    await reads('pull');
    const land = new HttpMember(stage.bus, 'land-registry');
    await addKey('tax-pull');
    const keysOf = (messages: readonly PulledEvent[]): unknown[] =>
      messages.filter(({ type }) => type === KEY_CHANGED).flatMap(({ data }) => data.items as unknown[]);
    const first = await eventually(async () => {
      const lease = await land.lease({ waitSeconds: 20 });
      return keysOf(lease.messages).length > 0 && lease;
    });
    expect(first && keysOf(first.messages)).toEqual([expect.objectContaining({ kid: 'tax-pull', member: 'tax' })]);
    expect(first && first.messages.every(({ deliverysequence }) => deliverysequence === undefined)).toBe(true);
    await eventually(() => isTold('tax-pull'));
    const next = await land.lease({ after: (first && first.leaseId) || '' });
    expect(keysOf(next.messages)).toEqual([]);
    await reads('webhook');
  });

  describe('in a province of 200 members behind a slow broker', () => {
    beforeEach(() => {
      jest.spyOn(ProtocolPost.prototype, 'members', 'get').mockReturnValue(PROVINCE);
    });

    /** Sends nothing, slowly; notes who was told which keys, and whether a transaction stood open meanwhile. */
    const slowly = (delayMs: number, beforeEach: (nth: number) => void = () => undefined) => {
      const told: string[] = [];
      let openTransactions = 0;
      const send = async (letters: readonly Letter<unknown>[]): Promise<readonly string[]> => {
        for (const { member, body } of letters) {
          beforeEach(told.length);
          await new Promise((resolve) => setTimeout(resolve, delayMs));
          told.push(...(body as { items: ToldItem[] }).items.map(({ kid }) => `${member} ${kid}`));
        }
        openTransactions += (await stage.bus.rows(OPEN_TRANSACTIONS)).length;
        return [];
      };
      jest.spyOn(ProtocolPost.prototype, 'send').mockImplementation(send);
      return { told, openTransactions: () => openTransactions };
    };
    const once = (told: readonly string[], kid: string): void => {
      expect([...told].sort()).toEqual(PROVINCE.map((member) => `${member} ${kid}`).sort());
    };

    it('each once, and no transaction waits for the broker', async () => {
      const broker = slowly(15);
      await addKey('tax-slow');
      await eventually(() => isTold('tax-slow'), { timeoutMs: 60_000 });
      once(broker.told, 'tax-slow');
      expect(broker.openTransactions()).toBe(0);
    });

    it('each once too when it breaks off: what was told is marked, and the next turn tells the others', async () => {
      const whole = 5;
      const broker = slowly(1, (nth) => {
        if (nth === 100) {
          broker.told.push('broken off');
          throw new Error('the broker is away');
        }
      });
      await addKey('tax-broken');
      await eventually(() => broker.told.includes('broken off'));
      const marked = await stage.bus.rows<{ told: string[] }>(
        `select n.told from key_notice n join member_key k using (log_id) where k.kid = 'tax-broken'`,
      );
      expect(marked[0]?.told.length).toBeGreaterThanOrEqual(whole * 20);
      stage.bus.running.app.get(KeyAnnouncer).wakeIn(0);
      await eventually(() => isTold('tax-broken'), { timeoutMs: 60_000 });
      once(
        broker.told.filter((line) => line !== 'broken off'),
        'tax-broken',
      );
    });

    it('is claimed by one instance at a time, and taken over when that one has died', async () => {
      slowly(0);
      const notices = stage.bus.running.app.get(KeyNotices);
      await stage.administer(
        `update key_notice set told_at = null, told = '{}', telling_until = now() + interval '1 hour'`,
      );
      expect(await notices.claim()).toEqual([]);
      await stage.administer(`update key_notice set telling_until = now() - interval '1 second' where told_at is null`);
      expect((await notices.claim()).length).toBeGreaterThan(0);
      expect(await notices.claim()).toEqual([]);
    });
  });
});
