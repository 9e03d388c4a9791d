import type { Console } from '../../demo/src';
import { type Finding, findingText, harmCounts } from './checks/violation';
import { type Target, targetText } from './effects/effect';
import type { ProcedureName } from './procedures';

export interface Coverage {
  readonly process: string;
  readonly recorded: number;
  readonly covered: number;
  readonly kills: number;
}

export interface SweepReport {
  readonly version: 1;
  /** What was played. */
  readonly procedure: ProcedureName;
  /** Of land transfers. */
  readonly scenario?: string;
  readonly kills: number;
  /** Effects of the record, by process and statement, topic or route; a commit by what it commits. */
  readonly effectsRecorded: number;
  /** Of those the ones that were killed at before and after. */
  readonly effectsCovered: number;
  /** Every recorded effect was killed at before and after. */
  readonly complete: boolean;
  /** The moments right before and right after each effect, told apart by what its transaction did before. */
  readonly pointsRecorded: number;
  readonly pointsCovered: number;
  /** Effects that the record did not have and that came while processes were killed: recovery, batches of other make. */
  readonly effectsBeside: number;
  /** Kills at those. */
  readonly killsBeside: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly outOfOrder: number;
  readonly stuck: number;
  readonly money: number;
  /** Processes that ended without being killed. */
  readonly died: number;
  readonly seeds: readonly number[];
  readonly dossiers: number;
  readonly messages: number;
  readonly rounds: number;
  readonly crashes: { readonly postgres: number; readonly kafka: number };
  readonly processes: readonly Coverage[];
  readonly notCovered: readonly string[];
  readonly violations: readonly (Omit<Finding, 'kills' | 'history'> & { readonly kills: readonly string[] })[];
  readonly durations: {
    readonly startMs: number;
    readonly recordMs: number;
    readonly sweepMs: number;
    readonly totalMs: number;
  };
}

/** What a sweep has gathered when it ends. */
export interface SweepResult {
  /** Targets that were waited for in vain. */
  readonly givenUp: readonly Target[];
  readonly killed: readonly Target[];
  readonly findings: readonly Finding[];
  readonly effects: readonly { readonly process: string; readonly name: string }[];
  readonly facts: Pick<
    SweepReport,
    'procedure' | 'scenario' | 'seeds' | 'effectsBeside' | 'dossiers' | 'messages' | 'rounds' | 'crashes' | 'durations'
  >;
}

export function reportOf({ givenUp, killed, findings, effects, facts }: SweepResult): SweepReport {
  const own = new Set(effects.map(placeOf));
  const ownKills = killed.filter((target) => own.has(placeOf(target)));
  const done = new Set(ownKills.map((target) => momentOf(placeOf(target), target.when)));
  const doneEffects = new Set(ownKills.map((target) => momentOf(effectOf(target), target.when)));
  const isCovered = (effect: string): boolean => MOMENTS.every((when) => doneEffects.has(momentOf(effect, when)));
  const processes = [...new Set(effects.map(({ process }) => process))].map((process) => {
    const ofIt = distinct(effects.filter((effect) => effect.process === process));
    const kills = killed.filter((target) => target.process === process).length;
    return { process, recorded: ofIt.length, covered: ofIt.filter(isCovered).length, kills };
  });
  const all = distinct(effects);
  const missed = givenUp.filter(
    (target) => own.has(placeOf(target)) && !done.has(momentOf(placeOf(target), target.when)),
  );
  return {
    version: 1,
    kills: killed.length,
    killsBeside: killed.length - ownKills.length,
    effectsCovered: all.filter(isCovered).length,
    complete: all.every(isCovered),
    effectsRecorded: all.length,
    pointsCovered: done.size,
    pointsRecorded: MOMENTS.length * effects.length,
    ...harmCounts(findings),
    ...facts,
    processes,
    notCovered: [...new Set(missed.map(targetText))],
    violations: findings.map(({ kills, history: _told, ...finding }) => ({ ...finding, kills: kills.map(targetText) })),
  };
}

const MOMENTS = ['before', 'after'] as const;
const IN_ITS_TRANSACTION = / ~[0-9a-f]+$/;

type Named = Pick<Target, 'process' | 'name'>;

function placeOf({ process, name }: Named): string {
  return `${process}|${name}`;
}

/** Without what its transaction did before: that hangs on how messages gathered. A commit is what its transaction did. */
function effectOf({ process, name }: Named): string {
  return `${process}|${name.startsWith('sql commit') ? name : name.replace(IN_ITS_TRANSACTION, '')}`;
}

function momentOf(what: string, when: Target['when']): string {
  return `${what}|${when}`;
}

function distinct(effects: readonly Named[]): string[] {
  return [...new Set(effects.map(effectOf))];
}

/** No violation; and the full sweep has met every effect of its record. */
export function passes({ violations, complete }: SweepReport, { full }: { readonly full: boolean }): boolean {
  return violations.length === 0 && (complete || !full);
}

const MOST_TOLD = 20;

export function printReport(console: Console, report: SweepReport, findings: readonly Finding[]): void {
  for (const { process, recorded, covered, kills } of report.processes)
    console.line(`  ${process.padEnd(17)} ${String(kills).padStart(4)} kills, ${covered} of ${recorded} effects`);
  for (const text of report.notCovered) console.line(`  not reached: ${text}`);
  for (const finding of findings.slice(0, MOST_TOLD)) console.line(findingText(finding));
  if (findings.length > MOST_TOLD) console.line(`… and ${findings.length - MOST_TOLD} more violations`);
  const {
    kills,
    effectsCovered,
    effectsRecorded,
    pointsCovered,
    pointsRecorded,
    lost,
    duplicated,
    outOfOrder,
    stuck,
    money,
    died,
  } = report;
  const seconds = Math.round(report.durations.totalMs / 1_000);
  console.line(
    `${findings.length === 0 ? '✔' : '✘'} ${kills} kills in ${seconds} s, ${pointsCovered} of ${pointsRecorded} points, ${effectsCovered} of ${effectsRecorded} effects both before and after, ` +
      `${report.dossiers} dossiers: lost ${lost}, duplicated ${duplicated}, out of order ${outOfOrder}, stuck ${stuck}, money ${money}, died ${died}`,
  );
}
