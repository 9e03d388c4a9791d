import { setTimeout as delay } from 'node:timers/promises';
import { serviceNames } from '../../../local-infra/src';
import { ProcessUses } from '../measure/process-use';
import { spreadOf } from '../measure/spread';
import { type BenchContext, InvalidRun, type Scenario, type ScenarioResult, type Spread } from '../scenario';
import { BenchStack } from '../stage/bench-stack';

/** Joining, first partitions and what was compiled lately: a stack that has just started is not idle yet. */
const SETTLE_MS = 10_000;
const MEASURE_MS = 20_000;
const QUICK_MS = 6_000;
const SLICES = 4;
const MOST_CORES = 0.1;

/** What all our processes together take while there is nothing to do. */
export const idle: Scenario = {
  name: 'idle',
  summary: 'CPU of all services together while nothing happens',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const bench = await BenchStack.open(context, { services: serviceNames });
    try {
      await delay(SETTLE_MS, undefined, { signal: context.signal });
      const before = pidsOf(bench);
      const uses = new ProcessUses(() => bench.watched);
      const slices: number[] = [];
      for (let slice = 0; slice < SLICES; slice += 1) slices.push(await coresOf(context, bench, uses));
      if (pidsOf(bench) !== before) throw new InvalidRun('a service ended or came back while it was measured');
      return resultOf(uses, spreadOf(slices));
    } finally {
      await bench.close();
    }
  },
};

/** Cores of all processes together in one slice; `whole` goes on counting over all of them. */
async function coresOf(
  { durationMs, quick, signal }: BenchContext,
  bench: BenchStack,
  whole: ProcessUses,
): Promise<number> {
  const own = new ProcessUses(() => bench.watched);
  for (const uses of [whole, own]) uses.resume();
  await delay((durationMs ?? (quick ? QUICK_MS : MEASURE_MS)) / SLICES, undefined, { signal });
  for (const uses of [whole, own]) uses.pause();
  return totalOf(own);
}

function totalOf(uses: ProcessUses): number {
  return uses.uses().reduce((sum, { cpuCores }) => sum + cpuCores, 0);
}

/** A process that died would count as idle. */
function pidsOf({ watched }: BenchStack): string {
  return watched.map(({ name, pid }) => `${name} ${pid ?? 'gone'}`).join(', ');
}

function resultOf(uses: ProcessUses, ours: Spread): ScenarioResult {
  const cores = totalOf(uses);
  return {
    unit: 'cores',
    ours: cores,
    spread: { ours },
    goals: [
      {
        goal: `at most ${MOST_CORES} core for all processes together`,
        measured: cores.toFixed(3),
        met: cores <= MOST_CORES,
      },
    ],
    processes: uses.uses(),
  };
}
