import { ProcessUses } from '../../measure/process-use';
import { percentile } from '../../measure/spread';
import type { BenchContext, GoalCheck, Scenario, ScenarioResult } from '../../scenario';
import { LandLoad } from '../../land/land-load';
import type { BenchStack } from '../../stage/bench-stack';
import { DatabaseReader } from '../../stage/database-reader';
import { MemberOutbox } from '../../stage/member-outbox';
import { Backlog, RECIPIENT, SENDER } from './backlog';
import { type MemberRate, memberRate } from './member-rate';
import { SideFlow, type SideTimes } from './side-flow';

const MESSAGES = 100_000;
const QUICK_MESSAGES = 10_000;
const WARM_UP_MESSAGES = 2_000;
const SIDE_RATE = 20;
const QUIET_MS = 20_000;
const QUICK_QUIET_MS = 8_000;
const TIMES_FASTER = 5;
const LATER_AT_MOST = 1.2;
const READY_MS = 60_000;
const TAIL = 0.99;

interface Drained {
  readonly rate: number;
  /** From the start of the member's process to its first mark. */
  readonly beginsAfterMs: number;
  readonly reference: MemberRate;
  readonly alone: readonly SideTimes[];
  readonly beside: readonly SideTimes[];
  readonly messages: number;
  readonly uses: ProcessUses;
}

/** What a member that was away finds, and what its return costs the others. */
export const drain: Scenario = {
  name: 'drain',
  summary: `everything that waited for ${RECIPIENT} while it was away, in order, beside the traffic of others`,
  async run(context: BenchContext): Promise<ScenarioResult> {
    const load = await LandLoad.open(context);
    const { bench } = load;
    const reader = new DatabaseReader(context.infra, bench.run);
    const outbox = await MemberOutbox.open(bench, SENDER);
    try {
      return resultOf(await measure({ context, load, bench, reader, outbox }));
    } finally {
      await outbox.close();
      await reader.close();
      await load.close();
    }
  },
};

interface Place {
  readonly context: BenchContext;
  readonly load: LandLoad;
  readonly bench: BenchStack;
  readonly reader: DatabaseReader;
  readonly outbox: MemberOutbox;
}

async function measure(place: Place): Promise<Drained> {
  const { context, load, bench, reader, outbox } = place;
  const { quick, signal } = context;
  const messages = quick ? QUICK_MESSAGES : MESSAGES;
  const side = new SideFlow({
    outbox,
    reader,
    signal,
    ratePerSecond: SIDE_RATE,
    clockOffsetMs: bench.access.clockOffsetMs,
  });
  const quietly = (): Promise<SideTimes[]> => side.run(during(quick ? QUICK_QUIET_MS : QUIET_MS));
  const reference = await memberRate(context, load, reader);
  await waitFor(place, await away(place, 'warm', WARM_UP_MESSAGES));

  const backlog = await away(place, 'away', messages);
  const before = await quietly();
  const uses = new ProcessUses(() => bench.watched);
  const returnedAt = Date.now() + bench.access.clockOffsetMs;
  const beside = await waitFor(place, backlog, { side, uses });
  const { firstAt, perSecond } = await backlog.drained();
  const alone = [...before, ...(await quietly())];
  return { rate: perSecond, beginsAfterMs: firstAt - returnedAt, reference, alone, beside, messages, uses };
}

function during(ms: number): () => boolean {
  const until = performance.now() + ms;
  return () => performance.now() < until;
}

/** The member goes, and so many messages come for it. */
async function away({ context, bench, reader, outbox }: Place, tag: string, messages: number): Promise<Backlog> {
  await bench.stack.service(RECIPIENT).stop();
  const backlog = new Backlog({ outbox, reader, signal: context.signal, tag, messages });
  await backlog.fill();
  return backlog;
}

/** The member comes back and takes what waits; what the messages beside it took meanwhile. */
async function waitFor(
  { bench, context }: Place,
  backlog: Backlog,
  { side, uses }: { readonly side?: SideFlow; readonly uses?: ProcessUses } = {},
): Promise<readonly SideTimes[]> {
  const member = bench.stack.service(RECIPIENT);
  member.start();
  uses?.resume();
  let isEmpty = false;
  const beside = side?.run(() => !isEmpty) ?? Promise.resolve([]);
  beside.catch(() => undefined);
  await backlog.emptied().finally(() => (isEmpty = true));
  uses?.pause();
  await member.ready(READY_MS, context.signal);
  return beside;
}

function resultOf({ rate, beginsAfterMs, reference, alone, beside, messages, uses }: Drained): ScenarioResult {
  const times = rate / reference.perSecond;
  const at = (times: readonly SideTimes[], share: number, part: keyof SideTimes = 'wholeMs'): number =>
    percentile(
      times.map((time) => time[part]),
      share,
    );
  const [quiet, during] = [at(alone, TAIL), at(beside, TAIL)];
  const goals: GoalCheck[] = [
    {
      goal: `at least ${TIMES_FASTER} × the member's rate in land-chain at half load`,
      measured: `${times.toFixed(1)} × (${Math.round(reference.perSecond)} messages/s)`,
      met: times >= TIMES_FASTER,
    },
    {
      goal: "p99 of others' messages within 20 % of that without a drain",
      measured: `${during.toFixed(1)} ms beside it, ${quiet.toFixed(1)} ms without`,
      met: during <= quiet * LATER_AT_MOST,
    },
  ];
  return {
    unit: 'messages/s',
    ours: rate,
    spread: { ours: { min: rate, median: rate, max: rate } },
    goals,
    processes: uses.uses(messages),
    facts: {
      messages,
      beginsAfterMs,
      memberMessagesPerDossier: reference.messagesPerDossier,
      ...{ othersP50Ms: at(beside, 0.5), othersP99Ms: during },
      ...{ othersToBusP99Ms: at(beside, TAIL, 'acceptedMs'), othersInBusP99Ms: at(beside, TAIL, 'producedMs') },
      ...{ othersToMarkP99Ms: at(beside, TAIL, 'handledMs') },
      ...{ othersAloneP50Ms: at(alone, 0.5), othersAloneP99Ms: quiet },
      ...{ othersAloneToBusP99Ms: at(alone, TAIL, 'acceptedMs'), othersAloneInBusP99Ms: at(alone, TAIL, 'producedMs') },
      ...{ othersAloneToMarkP99Ms: at(alone, TAIL, 'handledMs') },
      othersMeasured: beside.length,
    },
  };
}
