import { messageOf } from '@lienthong/envelope';
import type { ChainPlan } from '../load/chain';
import { checkSums, type ChainSums } from '../load/chain-sums';
import { Databases } from '../load/databases';
import { type Acknowledged, agreed } from '../load/settled';
import { BenchItemV1 } from './bench-item.message';

/** The databases of the bus and the bench's members, read from outside. */
export class MemberBooks {
  private readonly databases: Databases;

  constructor(
    private readonly bus: string,
    urls: ReadonlyMap<string, string>,
    /** Members beside the line: what they send and are sent is not counted. */
    private readonly aside: readonly string[] = [],
  ) {
    this.databases = new Databases(urls);
  }

  /** Deliveries that the bus knows to be acknowledged. */
  async acknowledged(): Promise<Acknowledged> {
    const [row] = await this.databases.of<{ count: number; last: Date | null }>(
      this.bus,
      `select count(*)::int as count, max(acknowledged_at) as last from delivery where acknowledged_at is not null`,
    );
    return { count: row?.count ?? 0, lastAt: row?.last?.getTime() ?? 0 };
  }

  /** Outbox = accepted = log = deliveries = acknowledged as handled = inbox, every log entry has its place, and each chain's amounts sum up. @throws InvalidRun */
  async check({ plan, chains, messages }: { plan: ChainPlan; chains: number; messages: number }): Promise<void> {
    const names = ['sent', 'accepted', 'logged', 'delivered', 'produced', 'acknowledged', 'handled'] as const;
    const expected = { ...Object.fromEntries(names.map((name) => [name, messages])), unplaced: 0 };
    await agreed(expected, () => this.counts());
    const sums = await this.databases.ofAllBut<ChainSums>(
      this.bus,
      `select chain, sum(visits)::int as visits, sum(amount)::int as amount from bench_state
       where chain like '${plan.run}-%' group by chain`,
    );
    checkSums(sums, plan, chains);
  }

  close(): Promise<void> {
    return this.databases.close();
  }

  private async counts(): Promise<Readonly<Record<string, number>>> {
    const [bus] = await this.databases.of<Record<string, number>>(
      this.bus,
      `select (select count(*)::int from log_entry where kind = 'accepted' and type = '${messageOf(BenchItemV1).type}'
           and sender <> all($1)) as logged,
         (select count(*)::int from log_pending) as unplaced, count(*)::int as delivered, count(produced_at)::int as produced,
         count(*) filter (where outcome = 'handled')::int as acknowledged from delivery
       where recipient <> all($1)`,
      [this.aside],
    );
    const members = await this.databases.ofAllBut<Record<string, number>>(
      this.bus,
      `select count(sent_at)::int as sent, count(accepted_at)::int as accepted,
         (select count(*)::int from inbox where outcome = 'handled') as handled from outbox`,
    );
    const total = (name: string): number => members.reduce((sum, row) => sum + (row[name] ?? 0), 0);
    return { ...bus, sent: total('sent'), accepted: total('accepted'), handled: total('handled') };
  }
}
