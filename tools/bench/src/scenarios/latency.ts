import { Floor } from '../floor/floor';
import type { ChainLoad } from '../load/load';
import { MeasuredSide } from '../measure/measured-side';
import { serversOf } from '../measure/servers';
import { percentile, spreadOf } from '../measure/spread';
import { MemberLine } from '../members/member-line';
import type { BenchContext, Scenario, ScenarioResult } from '../scenario';

const ROUTE = ['bench-sender', 'bench-recipient'];
const RATE = 10;
const QUICK = { seconds: 8, pairs: 1 };
const FULL = { seconds: 30, pairs: 4 };
const WARM_UP = { chains: 1_000, streams: 200 };
const CHOOSING_SECONDS = 4;
const GOALS = { p50Ratio: 1.2, p50Ms: 12, p99Ms: 25 };

export const latency: Scenario = {
  name: 'latency',
  summary: 'single messages at a rate, from the commit at the sender to the commit at the recipient through the bus',
  run,
};

async function run(context: BenchContext): Promise<ScenarioResult> {
  const { rate = RATE, quick, durationMs, console } = context;
  const { seconds, pairs } = quick ? QUICK : FULL;
  const load = (lengthMs: number): ChainLoad => {
    return { route: ROUTE, bytes: 1_024, chains: Math.ceil((lengthMs / 1_000) * rate), ratePerSecond: rate };
  };
  const floor = await fasterFloor(context, load(CHOOSING_SECONDS * 1_000));
  const ours = new MeasuredSide('ours', floor.line, serversOf(context.infra));
  try {
    await warmUp(ours, load(CHOOSING_SECONDS * 1_000));
    const length = load(durationMs ?? seconds * 1_000);
    for (let pair = 0; pair < pairs; pair += 1) {
      for (const side of [floor.side, ours]) {
        const { latenciesMs } = await side.run(length);
        console.line(`  ${side.name}: p50 ${p50(latenciesMs).toFixed(1)} ms, p99 ${p99(latenciesMs).toFixed(1)} ms`);
      }
    }
    return resultOf(ours, floor.side, { rate, ...floor.facts });
  } finally {
    await floor.close();
  }
}

interface Opened {
  readonly side: MeasuredSide;
  readonly line: MemberLine;
  readonly facts: Readonly<Record<string, number | string>>;
  close(): Promise<void>;
}

/** Opens both variants of the floor and keeps the one with the smaller p50; ours stands beside it. */
async function fasterFloor(context: BenchContext, trial: ChainLoad): Promise<Opened> {
  const variants: { floor: Floor; side: MeasuredSide; p50Ms: number }[] = [];
  for (const handOver of [true, false]) {
    const floor = await Floor.open({ context, members: ROUTE, handOver });
    const side = new MeasuredSide(
      handOver ? 'floor with hand-over' : 'floor by claims',
      floor,
      serversOf(context.infra),
    );
    variants.push({ floor, side, p50Ms: await warmUp(side, trial) });
  }
  variants.sort((a, b) => a.p50Ms - b.p50Ms);
  const [faster, slower] = variants as [(typeof variants)[0], (typeof variants)[0]];
  await slower.floor.close();
  const line = await MemberLine.open(context, ROUTE);
  return {
    ...{ side: faster.side, line },
    facts: {
      floorVariant: faster.side.name,
      otherVariantTrialP50Ms: slower.p50Ms,
      thisVariantTrialP50Ms: faster.p50Ms,
    },
    close: async () => {
      await line.close();
      await faster.floor.close();
    },
  };
}

/** Many at once, then a while at the rate. Returns the p50 of that while. */
async function warmUp(side: MeasuredSide, trial: ChainLoad): Promise<number> {
  await side.warmUp({ route: trial.route, bytes: trial.bytes, ...WARM_UP });
  return p50((await side.warmUp(trial)).latenciesMs);
}

function p50(latenciesMs: readonly number[]): number {
  return percentile(latenciesMs, 0.5);
}

function p99(latenciesMs: readonly number[]): number {
  return percentile(latenciesMs, 0.99);
}

function resultOf(
  ours: MeasuredSide,
  floor: MeasuredSide,
  facts: Readonly<Record<string, number | string>>,
): ScenarioResult {
  const stretches = (side: MeasuredSide): number[] => side.runs.map(({ latenciesMs }) => p50(latenciesMs));
  const all = (side: MeasuredSide): number[] => side.runs.flatMap(({ latenciesMs }) => latenciesMs);
  const [own, floors] = [stretches(ours), stretches(floor)];
  const ratios = own.map((ms, at) => ms / (floors[at] as number));
  const [ownMs, floorMs, ownP99, floorP99] = [p50(all(ours)), p50(all(floor)), p99(all(ours)), p99(all(floor))];
  const ratio = ownMs / floorMs;
  const inMs = (goal: string, ms: number, limitMs: number) => {
    return { goal: `${goal} ≤ ${limitMs} ms`, measured: `${ms.toFixed(1)} ms`, met: ms <= limitMs };
  };
  return {
    unit: 'ms p50',
    ...{ ours: ownMs, floor: floorMs, ratio },
    spread: { ours: spreadOf(own), floor: spreadOf(floors), ratio: spreadOf(ratios) },
    goals: [
      { goal: `p50 ≤ ${GOALS.p50Ratio} × the floor`, measured: ratio.toFixed(2), met: ratio <= GOALS.p50Ratio },
      inMs('p50', ownMs, GOALS.p50Ms),
      inMs('p99', ownP99, GOALS.p99Ms),
    ],
    processes: [...ours.uses(), ...floor.uses()],
    facts: { ...facts, p99Ms: ownP99, floorP99Ms: floorP99, messages: all(ours).length },
  };
}
