import { FixedClock, newId } from '@lienthong/kernel';
import { withClient } from '@lienthong/testing';
import { PartitionKeeper } from '../src/log/partition-keeper';
import { SpecBus } from './bus.mother';

describe('keeper of partitions', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start();
  });
  afterAll(() => bus.stop());

  it('goes on when one month of partitions cannot be made', async () => {
    const now = new Date();
    const blocked = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 2, 15));
    const month = (ahead: number): string =>
      new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1)).toISOString().slice(0, 7).replace('-', '');
    await withClient(bus.database.migratorUrl, async (client) => {
      await client.query(`drop table known_message_${month(2)}, known_message_${month(3)}`);
      const id = newId(new FixedClock(blocked));
      await client.query("insert into known_message values ('tax', $1, '\\x00', '', $1)", [id]);
    });
    const keeper = bus.running.app.get(PartitionKeeper);
    await keeper.stop();
    await keeper.start();
    const made = await bus.rows<{ two: string | null; three: string | null }>(
      'select to_regclass($1) as two, to_regclass($2) as three',
      [`known_message_${month(2)}`, `known_message_${month(3)}`],
    );
    expect(made).toEqual([{ two: null, three: `known_message_${month(3)}` }]);
  });
});
