import { setTimeout as delay } from 'node:timers/promises';
import { Floor } from '../floor/floor';
import type { ChainRun } from '../load/load';
import { comparedOf } from '../measure/interleave';
import { MeasuredSide } from '../measure/measured-side';
import { serversOf } from '../measure/servers';
import { spreadOf } from '../measure/spread';
import { printWrites, STATISTICS_MS, writtenRows } from '../measure/written-rows';
import { MemberLine } from '../members/member-line';
import type { BenchContext, Scenario, ScenarioResult } from '../scenario';

const ROUTE = ['bench-sender', 'bench-recipient'];
const LOAD = { route: ROUTE, bytes: 1_024, streams: 200 };
const GOAL = 1;
const QUICK = { chains: 4_000, pairs: 2 };
const FULL = { chains: 20_000, pairs: 5 };
const CHAINS_PER_SECOND = 1_000;

export const hop: Scenario = {
  name: 'hop',
  summary: 'one member to the next through the bus: signed, logged, acknowledged, 1 KB, 200 streams',
  run,
};

/** From the start of sending to the last acknowledgement at the bus, messages a second. */
function rateOf({ messages, durationMs }: ChainRun): number {
  return (messages / durationMs) * 1_000;
}

async function run(context: BenchContext): Promise<ScenarioResult> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const one = await opening;
    opened.push(one);
    return one;
  };
  try {
    const handOver = await keep(Floor.open({ context, members: ROUTE, handOver: true }));
    const claim = await keep(Floor.open({ context, members: ROUTE, handOver: false }));
    const line = await keep(MemberLine.open(context, ROUTE));
    const servers = serversOf(context.infra);
    const sides = {
      handOver: new MeasuredSide('floor with hand-over', handOver, servers),
      claim: new MeasuredSide('floor by claims', claim, servers),
      ours: new MeasuredSide('ours', line, servers),
    };
    const databases = [line.databases, handOver.databases];
    const before = await writtenRows(databases);
    const result = await measure(context, sides);
    if (!context.quick) {
      await delay(STATISTICS_MS);
      printWrites(context.console, ['ours', 'floor'], { before, after: await writtenRows(databases) });
    }
    return result;
  } finally {
    for (const one of opened) await one.close();
  }
}

interface HopSides {
  readonly handOver: MeasuredSide;
  readonly claim: MeasuredSide;
  readonly ours: MeasuredSide;
}

async function measure(context: BenchContext, { handOver, claim, ours }: HopSides): Promise<ScenarioResult> {
  const { quick, durationMs, console } = context;
  const { pairs, chains } = quick ? QUICK : FULL;
  const load = { ...LOAD, chains: durationMs ? Math.round((durationMs / 1_000) * CHAINS_PER_SECOND) : chains };
  // the first round warms up
  for (let round = 0; round <= pairs; round += 1) {
    for (const side of [handOver, claim, ours]) {
      const measured = rateOf(await (round === 0 ? side.warmUp(load) : side.run(load)));
      console.line(`  ${round === 0 ? 'warm-up, ' : ''}${side.name}: ${measured.toFixed(0)} messages/s`);
    }
  }
  const ratesOf = (side: MeasuredSide): number[] => side.runs.map(rateOf);
  const variant = (side: MeasuredSide): number => spreadOf(ratesOf(side)).median;
  // the faster variant, not the luckier of each round: noise would favour the side that is measured twice
  const floor = variant(handOver) >= variant(claim) ? handOver : claim;
  const compared = comparedOf(ratesOf(floor), ratesOf(ours));
  const { median: ratio } = compared.ratio;
  return {
    unit: 'messages/s',
    ...{ ours: compared.ours.median, floor: compared.floor.median, ratio, spread: compared },
    goals: [{ goal: `at least ${GOAL * 100} % of the floor`, measured: ratio.toFixed(2), met: ratio >= GOAL }],
    processes: [...ours.uses(), ...floor.uses()],
    facts: {
      messagesPerStretch: load.chains,
      floorWithHandOverPerSecond: variant(handOver),
      floorByClaimsPerSecond: variant(claim),
    },
  };
}
