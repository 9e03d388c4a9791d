import { interleave } from '../measure/interleave';
import { ProcessUses } from '../measure/process-use';
import { percentile } from '../measure/spread';
import { type ChainShape, chainShape, shapeFacts } from '../land/chain-shape';
import { FloorChain } from '../land/floor-chain';
import { AT_ONCE, LandLoad } from '../land/land-load';
import type { BenchContext, GoalCheck, ProcessUse, Scenario, ScenarioResult } from '../scenario';

const PAIRS = 3;
const WARM_UP = 60;
const DOSSIERS = { quick: 60, full: 400 };
const FEWEST = 20;
const GOAL = { ratio: 0.9, step: 1.1 };

/** Whole land transfers against a chain of as many messages written by hand. */
export const landChain: Scenario = {
  name: 'land-chain',
  summary: 'whole land transfers through all services, automatic desks, handed in over HTTP',
  async run(context): Promise<ScenarioResult> {
    const load = await LandLoad.open(context);
    try {
      const warm = await load.run(await load.prepare(WARM_UP), { atOnce: AT_ONCE });
      await load.passGate();
      const shape = await chainShape(load.databases);
      const floor = await FloorChain.open(context, shape);
      try {
        const dossiers = dossiersOf(context, (WARM_UP * 1_000) / warm.durationMs);
        return await compare({ load, floor, shape, dossiers });
      } finally {
        await floor.close();
      }
    } finally {
      await load.close();
    }
  },
};

interface Comparison {
  readonly load: LandLoad;
  readonly floor: FloorChain;
  readonly shape: ChainShape;
  readonly dossiers: number;
}

async function compare({ load, floor, shape, dossiers }: Comparison): Promise<ScenarioResult> {
  const own = new ProcessUses(() => [...load.bench.watched, { name: 'bench', pid: process.pid }]);
  const floors = new ProcessUses(() => floor.watched);
  const submissions: number[] = [];
  const pace = { atOnce: AT_ONCE };
  const sides = await interleave(
    {
      floor: warmedUp(async (counted) => {
        if (counted) floors.resume();
        const { durationMs } = await floor.run(dossiers, pace);
        if (counted) floors.pause();
        return (dossiers * 1_000) / durationMs;
      }),
      ours: warmedUp(async (counted) => {
        const plans = await load.prepare(dossiers);
        if (counted) own.resume();
        const run = await load.run(plans, pace);
        if (counted) own.pause();
        submissions.push(...run.submissionsMs);
        await load.passGate();
        return (dossiers * 1_000) / run.durationMs;
      }),
    },
    PAIRS,
  );
  const messages = PAIRS * dossiers * shape.messages;
  const [uses, floorUses] = [own.uses(messages), floors.uses(messages)];
  const member = floorUses.reduce((sum, use) => sum + (isBus(use) ? 0 : (use.cpuMsPerMessage ?? 0)), 0);
  return {
    unit: 'dossiers/s',
    ...{ ours: sides.ours.median, floor: sides.floor.median, ratio: sides.ratio.median, spread: sides },
    goals: [ratioGoal(sides.ratio.median), ...uses.flatMap((use) => stepGoal(use, shape, member))],
    processes: [...uses, ...floorUses],
    facts: {
      ...{ dossiersPerStretch: dossiers, atOnce: AT_ONCE, floorHandOver: floor.handOver, ...shapeFacts(shape) },
      ...{ floorStateRowsPerMessage: floor.stateRows, floorMemberCpuMsPerMessage: member },
      submissionP50Ms: percentile(submissions, 0.5),
    },
  };
}

/** Tells each run whether it counts: the first warms up. */
function warmedUp(run: (counted: boolean) => Promise<number>): () => Promise<number> {
  let runs = 0;
  return () => run((runs += 1) > 1);
}

function ratioGoal(ratio: number): GoalCheck {
  return {
    goal: `at least ${GOAL.ratio} of the floor chain of as many messages`,
    measured: ratio.toFixed(2),
    met: ratio >= GOAL.ratio,
  };
}

/** An agency's CPU per step, a message handled and one sent, beside the floor's member doing the same. */
function stepGoal({ process, cpuMsPerMessage = 0 }: ProcessUse, shape: ChainShape, member: number): GoalCheck[] {
  const steps = shape.stepsOf.get(process);
  if (steps === undefined) return [];
  const step = (cpuMsPerMessage * shape.messages) / steps;
  const times = step / member;
  return [
    {
      goal: `a step of ${process} costs at most ${GOAL.step} of the floor member's CPU`,
      measured: `${times.toFixed(2)} (${step.toFixed(3)} to ${member.toFixed(3)} ms)`,
      met: times <= GOAL.step,
    },
  ];
}

function isBus({ process }: ProcessUse): boolean {
  return process.endsWith('bus');
}

function dossiersOf({ quick, durationMs }: BenchContext, perSecond: number): number {
  if (durationMs === undefined) return quick ? DOSSIERS.quick : DOSSIERS.full;
  return Math.max(FEWEST, Math.round((perSecond * durationMs) / 1_000));
}
