import { type NotHandledMessage, PROTOCOL_TYPES } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { type Seen, TopicListener } from './topic-listener.mother';

const CAUSE = 'land-registry.SLIP_UNKNOWN';

describe('a sender whose message was accepted', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;

  beforeAll(async () => {
    bus = await SpecBus.start({ TELL_NOT_HANDLED_MS: '50', REDELIVER_AFTER_MS: '60000' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry', 'tax']);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const aDossier = (): string => dossier((number += 1));
  const send = async (dossierCode: string): Promise<string> => {
    const [record] = bus.member('tax').notices([{ dossierCode, sequence: 1 }]);
    await bus.exchange.process(record ? [record] : []);
    return String(record?.headers.ce_id);
  };
  const arrived = (dossierCode: string): Promise<Seen> =>
    eventually(() => topics.inStream('land-registry', `dossier:${dossierCode}`)[0], { describe: 'the delivery' });
  const acknowledge = async (dossierCode: string, outcome: 'handled' | 'parked' | 'discarded'): Promise<void> => {
    const { headers } = await arrived(dossierCode);
    const item = {
      ...{ logId: headers.ce_logid ?? '', sender: 'tax', id: headers.ce_id ?? '', outcome, cause: CAUSE },
      ...{ stream: headers.ce_partitionkey ?? '', deliverySequence: 1, at: instantText(new Date()) },
    };
    await bus.exchange.process(bus.member('land-registry').acknowledgement([item]));
  };
  const told = (id: string): NotHandledMessage[] =>
    topics
      .at('tax', ({ headers }) => headers.ce_type === PROTOCOL_TYPES.notHandled)
      .flatMap(({ value }) => (JSON.parse(value) as { items: NotHandledMessage[] }).items)
      .filter((item) => item.id === id);
  const toldOf = (id: string, ...outcomes: readonly string[]): Promise<NotHandledMessage[]> => {
    const isTold = (): boolean =>
      told(id)
        .map(({ outcome }) => outcome)
        .join() === outcomes.join();
    return eventually(() => isTold() && told(id), {
      describe: () => `${outcomes.join()}, not ${JSON.stringify(told(id))}`,
    });
  };

  it('is told once that its recipient parked it, and why; then that it was discarded', async () => {
    const dossierCode = aDossier();
    const id = await send(dossierCode);
    await acknowledge(dossierCode, 'parked');
    await acknowledge(dossierCode, 'parked');
    const [parked] = await toldOf(id, 'parked');
    expect(parked).toMatchObject({ recipient: 'land-registry', stream: `dossier:${dossierCode}`, reason: CAUSE });
    await acknowledge(dossierCode, 'discarded');
    await toldOf(id, 'parked', 'discarded');
  });

  it('is told nothing of what was handled, and is told of a void, with its reason', async () => {
    const handledCode = aDossier();
    const handled = await send(handledCode);
    await acknowledge(handledCode, 'handled');
    await bus.setState('land-registry', 'suspended');
    const voided = await send(aDossier());
    await bus.administer('update grant_row set enabled = false');
    await bus.setState('land-registry', 'active');
    expect(await toldOf(voided, 'void')).toMatchObject([{ reason: 'grant-lapsed', recipient: 'land-registry' }]);
    expect(told(handled)).toEqual([]);
    await bus.administer('update grant_row set enabled = true');
  });

  it('is told again when the bus died before it had marked it as told', async () => {
    const dossierCode = aDossier();
    const id = await send(dossierCode);
    await acknowledge(dossierCode, 'parked');
    await toldOf(id, 'parked');
    const forget = 'delete from not_handled_told where stream = $1 returning 1';
    await eventually(async () => (await bus.rows(forget, [`dossier:${dossierCode}`])).length > 0, {
      describe: 'the mark',
    });
    await toldOf(id, 'parked', 'parked');
  });
});
