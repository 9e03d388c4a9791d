import { setTimeout as delay } from 'node:timers/promises';
import { Databases } from '../load/databases';
import type { ChainLoad } from '../load/load';
import { interleave, type Interleaved } from '../measure/interleave';
import { percentile } from '../measure/spread';
import { Aside } from '../members/aside';
import { MemberLine } from '../members/member-line';
import type { BenchContext, ScenarioResult } from '../scenario';

const ROUTE = ['bench-sender', 'bench-recipient'];
/** They stand beside the measured line: one writes more than it should, the other does not take what it is sent. */
export const NOISY = 'bench-noisy';
export const AWAY = 'bench-away';
const BUS = 'integration-bus';
const RATE = 40;
const STRETCH_MS = { quick: 12_000, full: 30_000 };
const PAIRS = { quick: 2, full: 3 };
const WARM_UP = { chains: 1_000, streams: 200 };
/** The bus reads its registry again within this time and the next look of its relay. */
const REGISTRY_AGE_MS = 1_000;
const REGISTRY_KNOWN_MS = 4_000;
const GOAL_P99 = 1.2;

/** A sender and a recipient at a steady rate, and what others do beside them. */
export class Beside {
  readonly aside: Aside;
  private readonly databases: Databases;

  private constructor(
    readonly line: MemberLine,
    private readonly context: BenchContext,
  ) {
    const { home, topicPrefix } = line.place;
    const { brokers } = context.infra.kafka;
    this.aside = new Aside({ home, topicPrefix, brokers, from: NOISY, to: AWAY });
    this.databases = new Databases(line.databases);
  }

  static async open(context: BenchContext, env: Readonly<Record<string, string>> = {}): Promise<Beside> {
    const settings = { DIRECTORY_AGE_MS: String(REGISTRY_AGE_MS), ...env };
    const line = await MemberLine.open(context, ROUTE, { aside: [NOISY, AWAY], env: settings });
    const beside = new Beside(line, context);
    await line.run({ route: ROUTE, bytes: 1_024, ...WARM_UP });
    return beside;
  }

  get stretchMs(): number {
    const { durationMs, quick } = this.context;
    return durationMs ?? (quick ? STRETCH_MS.quick : STRETCH_MS.full);
  }

  /** Changes a member as an administrator would, and waits until the bus knows. */
  async member(code: string, change: string, values: readonly unknown[] = []): Promise<void> {
    await this.databases.of(BUS, `update member set ${change} where code = $1`, [code, ...values]);
    await delay(REGISTRY_KNOWN_MS);
  }

  /** The p99 of the line, in ms, while something happens beside it. */
  async p99(meanwhile: () => Promise<void> = () => Promise.resolve()): Promise<number> {
    const chains = Math.ceil((this.stretchMs / 1_000) * RATE);
    const load: ChainLoad = { route: ROUTE, bytes: 1_024, chains, ratePerSecond: RATE };
    const [{ latenciesMs }] = await Promise.all([this.line.run(load), meanwhile()]);
    this.context.console.line(`  p99 ${percentile(latenciesMs, 0.99).toFixed(1)} ms of ${chains} messages`);
    return percentile(latenciesMs, 0.99);
  }

  /** How many messages of the noisy member were judged. */
  async judged(): Promise<number> {
    const [row] = await this.databases.of<{ n: number }>(
      BUS,
      "select count(*)::int as n from log_entry where sender = $1 and kind = 'accepted'",
      [NOISY],
    );
    return row?.n ?? 0;
  }

  compare(sides: {
    readonly without: () => Promise<number>;
    readonly with: () => Promise<number>;
  }): Promise<Interleaved> {
    const pairs = this.context.quick ? PAIRS.quick : PAIRS.full;
    return interleave({ floor: sides.without, ours: sides.with }, pairs);
  }

  async close(): Promise<void> {
    await this.databases.close();
    await this.line.close();
  }
}

/** The p99 of the others with what stands beside them, to that without. */
export function besideResult(
  { floor, ours, ratio }: Interleaved,
  further: Pick<ScenarioResult, 'facts' | 'goals'>,
): ScenarioResult {
  const goal = `p99 of the others at most ${GOAL_P99} of the run without`;
  return {
    unit: 'ms p99 of the others',
    ...{ ours: ours.median, floor: floor.median, ratio: ratio.median, spread: { ours, floor, ratio } },
    goals: [{ goal, measured: ratio.median.toFixed(2), met: ratio.median <= GOAL_P99 }, ...further.goals],
    ...(further.facts ? { facts: further.facts } : {}),
  };
}
