import { setTimeout as delay } from 'node:timers/promises';
import { BUS } from '../../floor/contract';
import { percentile, spreadOf } from '../../measure/spread';
import { type BenchContext, InvalidRun, type Scenario, type ScenarioResult } from '../../scenario';
import { type Hop, Ledger } from './ledger';
import { ProvinceStage } from './stage';
import { BURST, communes, DOSSIERS_A_DAY, routeOf, units, WORKING_DAY_SECONDS } from './units.data';

/** A minute of the bench stands for so many minutes of the province. */
const TIMES_AS_FAST = 30;
/** Seconds of the bench: all lines up; lines failing group by group while a burst comes in; then until all is back. */
const LENGTH = { quick: { calm: 20, eachGroup: 12 }, full: { calm: 120, eachGroup: 180 } };
const GROUPS = 3;
const DRAIN_LIMIT_MS = 600_000;
const SETTLED_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 250;
const FILLER = 'x'.repeat(1_024);

/** The whole province on one bus: whether thin lines that fail for hours lose, double or disorder anything, or slow the others. */
export const province: Scenario = {
  name: 'province',
  summary: '201 units and 2 systems exchange dossiers by HTTP, 170 of them behind 1 Mbps lines that fail for hours',
  async run(context): Promise<ScenarioResult> {
    const ledger = new Ledger();
    const stage = await ProvinceStage.open(context, ledger);
    try {
      return await play(context, stage, ledger);
    } finally {
      await stage.close();
    }
  },
};

async function play(context: BenchContext, stage: ProvinceStage, ledger: Ledger): Promise<ScenarioResult> {
  const { calm, eachGroup } = context.quick ? LENGTH.quick : LENGTH.full;
  const perSecond = context.rate ?? (DOSSIERS_A_DAY / WORKING_DAY_SECONDS) * TIMES_AS_FAST;
  const isHealthy = ({ from, to }: Hop): boolean => !communes.includes(from) && !communes.includes(to);
  const p99Since = (first: number): number => percentile(latencies(ledger.hops.slice(first).filter(isHealthy)), 0.99);

  await takeIn(context, { stage, ledger, perSecond, seconds: calm });
  const calmP99 = p99Since(0);
  context.console.line(`  all lines up: ${ledger.begun} dossiers, p99 of the healthy ${calmP99.toFixed(0)} ms`);

  const before = ledger.hops.length;
  for (let group = 0; group < GROUPS; group += 1) {
    stage.lines.mend();
    stage.lines.fail(group);
    await takeIn(context, { stage, ledger, perSecond: perSecond * (group === 1 ? BURST : 1), seconds: eachGroup });
  }
  const failingP99 = p99Since(before);
  const behind = ledger.begun - ledger.finished;
  stage.lines.mend();
  const mendedAt = performance.now();
  context.console.line(`  lines mended: ${behind} dossiers under way, p99 of the healthy ${failingP99.toFixed(0)} ms`);
  await until(context, DRAIN_LIMIT_MS, () => Promise.resolve(ledger.finished === ledger.begun));
  const drainSeconds = (performance.now() - mendedAt) / 1_000;
  ledger.check();
  await until(context, SETTLED_WITHIN_MS, () => agrees(stage, ledger));

  return {
    unit: 'ms p99 of the healthy',
    ...{ ours: failingP99, floor: calmP99, ratio: failingP99 / calmP99 },
    spread: { ours: spreadOf([failingP99]), floor: spreadOf([calmP99]) },
    goals: [
      { goal: 'nothing lost, nothing doubled, order kept', measured: `${ledger.hops.length} messages`, met: true },
    ],
    facts: {
      ...{ members: units.length, behindThinLines: communes.length, dossiers: ledger.begun },
      ...{ repeatsWithoutEffect: ledger.repeats, dossiersPerSecond: perSecond, burst: perSecond * BURST },
      ...{ hoursEachGroupFailed: (eachGroup * TIMES_AS_FAST) / 3_600, dossiersBehind: behind, drainSeconds },
      ...{ p50FailingMs: percentile(latencies(ledger.hops.slice(before).filter(isHealthy)), 0.5) },
      floorIs: 'the same members with all lines up',
    },
  };
}

interface Intake {
  readonly stage: ProvinceStage;
  readonly ledger: Ledger;
  readonly perSecond: number;
  readonly seconds: number;
}

/** Dossiers begin evenly, each at its commune, whether or not its line is up. */
async function takeIn({ signal }: BenchContext, { stage, ledger, perSecond, seconds }: Intake): Promise<void> {
  const startedAt = performance.now();
  const count = Math.round(perSecond * seconds);
  for (let i = 0; i < count; i += 1) {
    const number = (ledger.begun += 1);
    const route = routeOf(number);
    const shape = { hop: 0, amount: 1, stateRows: 1, filler: FILLER, route };
    stage.member(route[0] as string).send({ chain: `p-${number}`, stream: `document:p-${number}`, ...shape });
    const due = startedAt + ((i + 1) * 1_000) / perSecond;
    await delay(Math.max(0, due - performance.now()), undefined, { signal });
  }
}

/** The bus's own books: every message accepted once, delivered once, answered as handled, and nothing refused. */
async function agrees(stage: ProvinceStage, { sent }: Ledger): Promise<boolean> {
  const [row] = await stage.bus.of<{ accepted: number; handled: number; deliveries: number; refused: number }>(
    BUS,
    `select (select count(*)::int from known_message k where exists (select from delivery d where d.log_id = k.log_id)) as accepted,
       (select count(*)::int from delivery) as deliveries,
       (select count(*)::int from delivery where outcome = 'handled') as handled,
       (select count(*)::int from rejection) as refused`,
  );
  if (row && row.refused > 0) throw new InvalidRun(`the bus refused ${row.refused} messages`);
  return row?.accepted === sent && row.deliveries === sent && row.handled === sent;
}

async function until({ signal }: BenchContext, limitMs: number, isSo: () => Promise<boolean>): Promise<void> {
  for (const giveUpAt = performance.now() + limitMs; !(await isSo());) {
    if (performance.now() > giveUpAt) throw new InvalidRun(`not all was handled ${limitMs / 1_000} s after the lines`);
    await delay(LOOK_EVERY_MS, undefined, { signal });
  }
}

function latencies(hops: readonly Hop[]): number[] {
  return hops.map(({ sentAt, handledAt }) => handledAt - sentAt);
}
