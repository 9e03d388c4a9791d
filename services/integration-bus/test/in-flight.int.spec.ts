import { instantText } from '@lienthong/kernel';
import { Relay } from '@lienthong/messaging';
import { eventually, withClient } from '@lienthong/testing';
import { DELIVERY_CHANNEL, DeliveryRelay } from '../src/deliveries/delivery-relay';
import { CurrentRegistry } from '../src/members/current-registry';
import { Client } from 'pg';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

interface ProducedRow {
  log_id: string;
  id: string;
  stream: string;
  seq: string;
}

describe('deliveries in flight', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start({ IN_FLIGHT_PER_RECIPIENT: '3', REDELIVER_AFTER_MS: '60000' });
  });
  afterAll(() => bus.stop());

  const inState = async (state: string): Promise<number> => {
    const rows = await bus.rows<{ n: number }>('select count(*)::int as n from delivery where state = $1', [state]);
    return rows[0]?.n ?? 0;
  };
  const produced = (): Promise<ProducedRow[]> =>
    bus.rows(`select d.log_id, e.id, d.stream, d.seq from delivery d join log_entry e using (log_id)
              where d.state = 'produced' order by d.ord`);

  it('are at most so many per recipient; answers make room for the next, in order, until all are answered', async () => {
    const wishes = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => ({ dossierCode: dossier(number), sequence: 1 }));
    const records = bus.member('tax').notices(wishes);
    const land = bus.member('land-registry');
    await bus.exchange.process(records);
    const leads = jest.spyOn(bus.running.app.get(DeliveryRelay), 'isLeader', 'get').mockReturnValue(false);
    const woken = await countingNotifications(bus.database.appUrl, DELIVERY_CHANNEL);
    for (const answered of [0, 3, 6]) {
      const expected = Math.min(3, 8 - answered);
      await eventually(async () => (await inState('produced')) === expected, { describe: `${expected} in flight` });
      expect(await inState('waiting')).toBe(8 - answered - expected);
      const rows = await produced();
      expect(rows.map(({ id }) => id)).toEqual(
        records.slice(answered, answered + expected).map(({ headers }) => headers.ce_id),
      );
      const items = rows.map(({ log_id: logId, id, stream, seq }) => ({
        ...{ logId, sender: 'tax', id, stream, deliverySequence: Number(seq) },
        ...{ outcome: 'handled' as const, at: instantText(new Date()) },
      }));
      await bus.exchange.process(land.acknowledgement(items));
    }
    expect(await inState('acknowledged')).toBe(8);
    // The relay of another process hears of room where there was none: after the first two of three answers.
    expect(await woken.stop()).toBe(2);
    leads.mockRestore();
  });

  it('are held while the recipient is suspended, in memory too, and go out when it is active again', async () => {
    const suspend = async (state: 'active' | 'suspended'): Promise<void> => {
      await withClient(bus.database.migratorUrl, (client) =>
        client.query("update member set state = $1 where code = 'land-registry'", [state]),
      );
      await bus.running.app.get(CurrentRegistry).load();
    };
    await suspend('suspended');
    const handOver = jest.spyOn(Relay.prototype, 'handOver');
    await bus.exchange.process(bus.member('tax').notices([{ dossierCode: dossier(9), sequence: 1 }]));
    expect(handOver).toHaveBeenLastCalledWith([]);
    handOver.mockRestore();
    expect(await inState('waiting')).toBe(1);
    await suspend('active');
    await eventually(async () => (await inState('produced')) === 1, { describe: 'the delivery to go out' });
  });
});

/** Counts what other processes hear; what was notified comes before the answer to the next statement. */
async function countingNotifications(url: string, channel: string): Promise<{ stop(): Promise<number> }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let heard = 0;
  client.on('notification', () => (heard += 1));
  await client.query(`listen ${channel}`);
  return {
    async stop() {
      await client.query('select 1');
      await client.end();
      return heard;
    },
  };
}
