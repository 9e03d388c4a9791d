import { PROTOCOL_TYPES, VOID_AFTER_HANDLED } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { DeliverySource } from '../src/deliveries/delivery-source';
import type { MessageStatus } from '../src/status/message-status.query';
import type { Trace } from '../src/trace/trace';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';
import { SpecRecipient } from './recipient.mother';
import { type Seen, TopicListener } from './topic-listener.mother';

const HOUR_MS = 3_600_000;
const DOSSIERS = [1, 2].map(dossier) as [string, string];

/** Its last second is lost with it: a successor cannot know that the messages lie in the topic of their recipient. */
describe('a leader of the relay that dies between producing and marking, before the deadlines of its messages', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let recipient: SpecRecipient;
  let ids: string[];
  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
    recipient = await SpecRecipient.create(bus);
    const mark = jest.spyOn(DeliverySource.prototype, 'mark').mockResolvedValue();
    ids = await leave();
    await bus.restart({ CLOCK_OFFSET_MS: String(2 * HOUR_MS) }, () => mark.mockRestore());
    await eventually(() => DOSSIERS.every((code) => delivered(code).length === 2), { describe: 'voids beside them' });
  });
  afterAll(async () => {
    await recipient.close();
    await topics.stop();
    await bus.stop();
  });

  /** Each once: what is marked nowhere may be produced again while that leader lives. */
  const delivered = (dossierCode: string): Seen[] => {
    const seen = topics.inStream('land-registry', `dossier:${dossierCode}`);
    return seen.filter(({ headers }, i) => seen.findIndex((one) => one.headers.ce_id === headers.ce_id) === i);
  };
  /** One message of each dossier with a deadline in an hour: produced, and marked nowhere. */
  const leave = async (): Promise<string[]> => {
    const expirytime = instantText(new Date(Date.now() + HOUR_MS));
    const wishes = DOSSIERS.map((dossierCode) => ({ dossierCode, sequence: 1, attributes: { expirytime } }));
    const records = bus.member('tax').notices(wishes);
    await bus.exchange.process(records);
    await eventually(() => DOSSIERS.every((code) => delivered(code).length === 1), { describe: 'them to be produced' });
    return records.map(({ headers }) => String(headers.ce_id));
  };
  const statusOf = async (id: string | undefined): Promise<MessageStatus> =>
    (await new HttpMember(bus, 'tax').get(`/messages/${id}/status`)).body as unknown as MessageStatus;
  const answer = ({ headers }: Seen, sender: string, cause?: string): Promise<void> =>
    bus.exchange.process(
      bus.member('land-registry').acknowledgement([
        {
          ...{ logId: headers.ce_logid ?? '', sender, id: headers.ce_id ?? '', stream: headers.ce_partitionkey ?? '' },
          ...{ deliverySequence: 1, outcome: 'handled', at: instantText(new Date()), ...(cause ? { cause } : {}) },
        },
      ]),
    );
  const acknowledgements = async (dossierCode: string): Promise<object[]> =>
    bus.rows(
      `select coalesce(w.outcome, d.outcome) as outcome from delivery d left join delivery_word w on w.log_id = d.replaced_log_id
       where d.stream = $1`,
      [`dossier:${dossierCode}`],
    );

  it('gives their numbers to voids, since nobody knows better: both lie under one number', () => {
    for (const code of DOSSIERS) {
      const [message, voided] = delivered(code).map(({ headers }) => headers);
      expect(voided?.ce_type).toBe(PROTOCOL_TYPES.void);
      expect(voided?.ce_deliverysequence).toBe(message?.ce_deliverysequence);
    }
  });

  it('loses no answer: a late one about the message itself is taken once, and status and trace say so', async () => {
    const [dossierCode] = DOSSIERS;
    const [message, voided] = delivered(dossierCode) as [Seen, Seen];
    expect((await statusOf(ids[0])).deliveries).toMatchObject([{ voided: { reason: 'expired' } }]);
    expect((await statusOf(ids[0])).deliveries[0]).not.toHaveProperty('handledAfterAll');
    await answer(message, 'tax');
    await answer(message, 'tax');
    const handledAfterAll = { by: 'land-registry', keyId: 'land-registry-1', logId: expect.any(String) as string };
    expect((await statusOf(ids[0])).deliveries).toMatchObject([{ voided: { reason: 'expired' }, handledAfterAll }]);
    expect(await acknowledgements(dossierCode)).toEqual([{ outcome: 'handled' }]);
    await answer(voided, 'integration-bus', VOID_AFTER_HANDLED);
    const { body } = await (await bus.api('bus-operator')).get<Trace>(`/trace/${dossierCode}`);
    expect(body.messages[0]?.deliveries).toMatchObject([
      { voided: 'expired', state: 'acknowledged', handledAfterAll: { outcome: 'handled' } },
    ]);
  });

  it('costs the recipient nothing: what it handled stays handled once, the void is only acknowledged', async () => {
    const [, dossierCode] = DOSSIERS;
    const messaging = await recipient.start(2 * HOUR_MS);
    const isClosed = async (): Promise<boolean> =>
      (await statusOf(ids[1])).deliveries[0]?.handled?.cause === VOID_AFTER_HANDLED;
    await eventually(isClosed, { timeoutMs: 60_000, describe: 'the void to be acknowledged' });
    expect([...recipient.got].sort()).toEqual(DOSSIERS.map((code) => `dossier:${code} 1`));
    expect(messaging.counts.parked).toBe(0);
    const [told] = (await statusOf(ids[1])).deliveries;
    expect(told).toMatchObject({ voided: { reason: 'expired' }, handledAfterAll: { by: 'land-registry' } });
    expect(delivered(dossierCode)).toHaveLength(2);
  });
});
