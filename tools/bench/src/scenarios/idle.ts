import { setTimeout as delay } from 'node:timers/promises';
import { ProcessUses } from '../measure/process-use';
import { type BenchContext, InvalidRun, type Scenario, type ScenarioResult } from '../scenario';
import { BenchStack } from '../stage/bench-stack';

/** Joining, first partitions and what was compiled lately: a stack that has just started is not idle yet. */
const SETTLE_MS = 10_000;
const MEASURE_MS = 20_000;
const QUICK_MS = 10_000;
const MOST_CORES = 0.1;

/** What all our processes together take while there is nothing to do. */
export const idle: Scenario = {
  name: 'idle',
  summary: 'CPU of all services together while nothing happens',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const bench = await BenchStack.open(context);
    try {
      await delay(SETTLE_MS, undefined, { signal: context.signal });
      const before = pidsOf(bench);
      const uses = new ProcessUses(() => bench.watched);
      uses.resume();
      await delay(context.durationMs ?? (context.quick ? QUICK_MS : MEASURE_MS), undefined, { signal: context.signal });
      uses.pause();
      if (pidsOf(bench) !== before) throw new InvalidRun('a service ended or came back while it was measured');
      return resultOf(uses);
    } finally {
      await bench.close();
    }
  },
};

/** A process that died would count as idle. */
function pidsOf({ watched }: BenchStack): string {
  return watched.map(({ name, pid }) => `${name} ${pid ?? 'gone'}`).join(', ');
}

function resultOf(uses: ProcessUses): ScenarioResult {
  const processes = uses.uses();
  const cores = processes.reduce((sum, { cpuCores }) => sum + cpuCores, 0);
  return {
    unit: 'cores',
    ours: cores,
    spread: { ours: { min: cores, median: cores, max: cores } },
    goals: [
      {
        goal: `at most ${MOST_CORES} core for all processes together`,
        measured: cores.toFixed(3),
        met: cores <= MOST_CORES,
      },
    ],
    processes,
  };
}
