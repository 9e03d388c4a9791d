import { AT_ONCE, LandLoad } from '../../land/land-load';
import { spreadOf } from '../../measure/spread';
import type { BenchContext, Scenario, ScenarioResult } from '../../scenario';
import { DatabaseReader } from '../../stage/database-reader';
import { onlyGrowing, reasonToGrow, type RowCounts } from './growing-tables.rules';
import { type Memory, MemoryWatch } from './memory-watch';

const MESSAGES = 1_000_000;
const QUICK_MESSAGES = 20_000;
/** Dossiers of one round; memory is sampled after each. */
const ROUND = 100;
const LOOKS = 5;
const WARM_UP_SHARE = 0.2;
/** A leak of one object of a hundred bytes per message would be four times as much. */
const MOST_MB_PER_MILLION = 25;

const PASSED = `select coalesce(pg_sequence_last_value(pg_get_serial_sequence('delivery', 'ord')::regclass), 0)::int as n`;
/** Partitions count as their table. */
const TABLES = `select c.relname as name from pg_class c join pg_namespace s on s.oid = c.relnamespace
  where s.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`;

interface Soaked {
  readonly messages: number;
  readonly seconds: number;
  readonly perSecond: readonly number[];
  readonly memories: readonly Memory[];
  readonly looks: readonly RowCounts[];
}

/** A long time of steady work: does anything grow that should not? */
export const soak: Scenario = {
  name: 'soak',
  summary: 'land transfers without a pause: memory of every process, and tables that only grow',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const load = await LandLoad.open(context);
    const reader = new DatabaseReader(context.infra, load.bench.run);
    try {
      const soaked = await work(context, load, reader);
      await load.passGate();
      return resultOf(soaked);
    } finally {
      await reader.close();
      await load.close();
    }
  },
};

async function work(context: BenchContext, load: LandLoad, reader: DatabaseReader): Promise<Soaked> {
  const passed = async (): Promise<number> => (await reader.one<{ n: number }>('integration-bus', PASSED)).n;
  const wanted = context.durationMs === undefined && !context.quick ? MESSAGES : QUICK_MESSAGES;
  const startedAt = performance.now();
  const done = (messages: number): number =>
    context.durationMs === undefined ? messages / wanted : (performance.now() - startedAt) / context.durationMs;
  const memory = new MemoryWatch(() => load.bench.watched);
  const looks: RowCounts[] = [];
  const perSecond: number[] = [];
  let messages = 0;
  do {
    const { durationMs } = await load.run(await load.prepare(ROUND), { atOnce: AT_ONCE });
    perSecond.push((ROUND * 1_000) / durationMs);
    messages = await passed();
    memory.sample(messages);
    if (done(messages) >= looks.length / (LOOKS - 1)) {
      looks.push(await countRows(reader));
      context.console.line(`  ${messages} messages, ${(perSecond.at(-1) ?? 0).toFixed(1)} dossiers/s`);
    }
  } while (done(messages) < 1);
  looks.push(await countRows(reader));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { messages, seconds, perSecond, memories: memory.memories(WARM_UP_SHARE), looks };
}

async function countRows(reader: DatabaseReader): Promise<RowCounts> {
  const counts = new Map<string, number>();
  for (const service of reader.services) {
    for (const { name } of await reader.rows<{ name: string }>(service, TABLES)) {
      const { n } = await reader.one<{ n: number }>(service, `select count(*)::int as n from "${name}"`);
      counts.set(`${service}.${name}`, n);
    }
  }
  return counts;
}

function resultOf({ messages, seconds, perSecond, memories, looks }: Soaked): ScenarioResult {
  const steepest = memories.reduce((most, one) => (one.mbPerMillionMessages > most.mbPerMillionMessages ? one : most));
  const growing = onlyGrowing(looks).filter((table) => reasonToGrow(table) === undefined);
  const rates = spreadOf(perSecond);
  return {
    unit: 'dossiers/s',
    ours: rates.median,
    spread: { ours: rates },
    goals: [
      {
        goal: `memory of every process flat after warm-up: at most ${MOST_MB_PER_MILLION} MB per million messages`,
        measured: `${steepest.mbPerMillionMessages.toFixed(1)} MB (${steepest.process}), over ${messages} messages`,
        met: steepest.mbPerMillionMessages <= MOST_MB_PER_MILLION,
      },
      {
        goal: 'no table that only grows but log, history and records',
        measured: growing.length === 0 ? 'none' : growing.join(', '),
        met: growing.length === 0,
      },
    ],
    facts: {
      messages,
      seconds: Math.round(seconds),
      ...Object.fromEntries(memories.map(({ process, rssMb }) => [`${process}Mb`, rssMb])),
      ...Object.fromEntries(memories.map((one) => [`${one.process}MbPerMillion`, one.mbPerMillionMessages])),
    },
  };
}
