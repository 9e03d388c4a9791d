import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { Agencies, roles } from '../../../../demo/src';
import { AT_ONCE, LandLoad } from '../../land/land-load';
import { interleave } from '../../measure/interleave';
import { percentile } from '../../measure/spread';
import type { BenchContext, GoalCheck, Scenario, ScenarioResult } from '../../scenario';
import { DatabaseReader } from '../../stage/database-reader';
import { copyRows, countStored, type Stored, type Wanted } from './copy-rows';
import { type PartitionsRead, partitionsRead } from './partitions';

const SMALL: Wanted = { dossiers: 10_000, logRows: 100_000 };
const LARGE: Wanted = { dossiers: 1_000_000, logRows: 10_000_000 };
const QUICK: { readonly small: Wanted; readonly large: Wanted } = {
  small: { dossiers: 200, logRows: 4_000 },
  large: { dossiers: 20_000, logRows: 400_000 },
};
/** Seen with all tables and indexes; the write-ahead log comes on top. */
const BYTES_PER_DOSSIER = 30_000;
const BYTES_PER_LOG_ROW = 2_500;
const DISK_SHARE = 0.6;
const MODELS = 40;
const ROUND = { quick: 40, full: 300 };
const PAIRS = { quick: 3, full: 5 };
const TRACES = 200;
const LEAST_RATIO = 1 / 1.2;
const MOST_TRACE_MS = 60;

/** A stack, who plays on it, and what it holds. */
interface Side {
  readonly load: LandLoad;
  readonly reader: DatabaseReader;
  readonly stored: Stored;
  /** Of the dossiers that were played, and copied. */
  readonly codes: readonly string[];
}

/** Whether a dossier costs more where very many were before. */
export const grow: Scenario = {
  name: 'grow',
  summary: 'land transfers on a stack with many stored dossiers, in turn with one that has few',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const large = wantedLarge(context);
    const opened: Side[] = [];
    try {
      for (const wanted of [context.quick ? QUICK.small : SMALL, large]) opened.push(await openSide(context, wanted));
      const [few, many] = opened as [Side, Side];
      return await compare(context, few, many);
    } finally {
      for (const { reader, load } of opened) {
        await reader.close();
        await load.close();
      }
    }
  },
};

/** Scaled to the disk: the same share of dossiers and log rows. */
function wantedLarge({ quick }: BenchContext): Wanted {
  if (quick) return QUICK.large;
  const { bavail, bsize } = statfsSync(tmpdir());
  const needed = LARGE.dossiers * BYTES_PER_DOSSIER + LARGE.logRows * BYTES_PER_LOG_ROW;
  const share = Math.min(1, (bavail * bsize * DISK_SHARE) / needed);
  return { dossiers: Math.round(LARGE.dossiers * share), logRows: Math.round(LARGE.logRows * share) };
}

async function openSide(context: BenchContext, wanted: Wanted): Promise<Side> {
  const load = await LandLoad.open(context);
  const reader = new DatabaseReader(context.infra, load.bench.run);
  try {
    await load.run(await load.prepare(MODELS), { atOnce: AT_ONCE });
    await load.passGate();
    const codes = (await reader.rows<{ code: string }>('intake', 'select code from dossier')).map(({ code }) => code);
    const stored = await copyRows(context, reader, wanted);
    context.console.line(`  filled: ${stored.dossiers} dossiers, ${stored.logRows} log rows`);
    return { load, reader, stored, codes };
  } catch (error) {
    await reader.close();
    await load.close();
    throw error;
  }
}

async function compare(context: BenchContext, few: Side, many: Side): Promise<ScenarioResult> {
  const { quick } = context;
  const round = quick ? ROUND.quick : ROUND.full;
  const play =
    ({ load }: Side) =>
    async (): Promise<number> => {
      const { durationMs } = await load.run(await load.prepare(round), { atOnce: AT_ONCE });
      return (round * 1_000) / durationMs;
    };
  const sides = await interleave({ floor: play(few), ours: play(many) }, quick ? PAIRS.quick : PAIRS.full);
  const traces = await traceTimes(context, many);
  const partitions = await partitionsRead(many.reader);
  const after = await countStored(many.reader);
  return {
    unit: 'dossiers/s',
    ...{ ours: sides.ours.median, floor: sides.floor.median, ratio: sides.ratio.median, spread: sides },
    goals: [...goalsOf(sides.ratio.median, percentile(traces, 0.95)), partitionGoal(partitions)],
    facts: {
      floorIs: `the same system with ${few.stored.dossiers} dossiers and ${few.stored.logRows} log rows`,
      ...{ dossiers: after.dossiers, logRows: after.logRows, fullSize: `${LARGE.dossiers} and ${LARGE.logRows}` },
      ...{ traceP50Ms: percentile(traces, 0.5), traceP95Ms: percentile(traces, 0.95) },
    },
  };
}

function goalsOf(ratio: number, traceMs: number): GoalCheck[] {
  return [
    { goal: 'within 20 % per dossier', measured: `${(1 / ratio).toFixed(2)} × the cost`, met: ratio >= LEAST_RATIO },
    {
      goal: `p95 of a dossier's trace below ${MOST_TRACE_MS} ms`,
      measured: `${traceMs.toFixed(1)} ms`,
      met: traceMs < MOST_TRACE_MS,
    },
  ];
}

function partitionGoal(partitions: readonly PartitionsRead[]): GoalCheck {
  return {
    goal: 'a message is looked up in one partition',
    measured: partitions.map(({ table, read, of }) => `${table} ${read} of ${of}`).join(', '),
    met: partitions.every(({ read }) => read === 1),
  };
}

/** Of dossiers all over the stored time, each asked once: nothing of them is in a cache yet. */
async function traceTimes({ signal }: BenchContext, { load, codes, stored }: Side): Promise<number[]> {
  const agencies = new Agencies(load.bench.access, signal);
  const times: number[] = [];
  for (let i = 0; i < TRACES; i += 1) {
    const copy = 1 + Math.floor((i * stored.copies) / TRACES);
    const code = encodeURIComponent(`${codes[i % codes.length]}~${copy}`);
    const startedAt = performance.now();
    const { messages } = await agencies.get<{ messages: readonly unknown[] }>(roles.busOperator(), `/trace/${code}`);
    times.push(performance.now() - startedAt);
    if (messages.length === 0) throw new Error(`no trace of ${code}`);
  }
  return times;
}
