import { instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { DeliveryRelay } from '../src/deliveries/delivery-relay';
import { DeliverySource } from '../src/deliveries/delivery-source';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

interface Row {
  recipient: string;
  log_id: string;
  id: string;
  stream: string;
  seq: string;
  state: string;
  attempts: number;
  produced_at: Date | null;
  last_produced_at: Date | null;
  next_at: Date | null;
  acknowledged_at: Date | null;
}

describe('an answer that comes before the mark', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000' });
    jest.spyOn(DeliverySource.prototype, 'mark').mockResolvedValue();
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await bus.stop();
  });

  const read = async (number: number): Promise<Row> => {
    const [row] = await bus.rows<Row>(
      'select d.*, e.id from delivery d join log_entry e using (log_id) where d.stream = $1',
      [`dossier:${dossier(number)}`],
    );
    if (!row) throw new Error('there is no delivery');
    return row;
  };
  const answer = async (row: Row, outcome: 'handled' | 'parked', at: Date): Promise<void> => {
    const { log_id: logId, id, stream, seq } = row;
    const item = { logId, sender: 'tax', id, stream, deliverySequence: Number(seq), outcome, at: instantText(at) };
    await bus.exchange.process(bus.member('land-registry').acknowledgement([item]));
  };
  const produced = async (number: number): Promise<{ row: Row; sentAt: Date }> => {
    await bus.exchange.process(bus.member('tax').notices([{ dossierCode: dossier(number), sequence: 1 }]));
    const row = await read(number);
    const relay = bus.running.app.get(DeliveryRelay);
    const sent = (): Date | undefined => relay.sentAt({ recipient: row.recipient, logId: row.log_id });
    await eventually(() => Promise.resolve(sent() !== undefined), { describe: 'the delivery to be produced' });
    return { row, sentAt: sent() as Date };
  };

  it('marks the delivery with the time at which this process produced it', async () => {
    const { row, sentAt } = await produced(1);
    expect([row.state, row.produced_at]).toEqual(['waiting', null]);
    await answer(row, 'handled', new Date());
    expect(await read(1)).toMatchObject({
      ...{ state: 'acknowledged', attempts: 1, produced_at: sentAt, last_produced_at: sentAt },
      next_at: new Date(sentAt.getTime() + 60_000),
    });
  });

  it('marks what another process produced with its own time, at the latest now', async () => {
    const { row } = await produced(2);
    const unknown = jest.spyOn(DeliveryRelay.prototype, 'sentAt').mockReturnValue(undefined);
    await answer(row, 'parked', new Date(Date.now() + 60_000));
    unknown.mockRestore();
    const marked = await read(2);
    expect([marked.state, marked.attempts, marked.produced_at]).toEqual(['acknowledged', 1, marked.acknowledged_at]);
    await answer(marked, 'handled', new Date());
    expect(await read(2)).toMatchObject({ attempts: 1, produced_at: marked.produced_at, next_at: marked.next_at });
  });
});
