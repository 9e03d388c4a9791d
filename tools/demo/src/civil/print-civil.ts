import { localDate } from '@lienthong/kernel';
import { nationalState, type NationalStateCode } from '@lienthong/procedures';
import type { Console } from '../console';
import { dayText, dongFigure, messageText } from '../report/texts';
import type { CivilDocument, CivilReport, CivilTimelineRow } from './civil-document';
import { officeName } from './civil-offices';

const branchTexts: Readonly<Record<string, string>> = {
  registration: 'registration (đăng ký hộ tịch)',
  residence: 'residence (cư trú)',
  'health-card': 'health card (thẻ BHYT)',
  benefits: 'benefits (BHXH)',
  funeral: 'funeral support (mai táng)',
};

const resultTexts: Readonly<Record<CivilReport['results'][number]['kind'], string>> = {
  'birth-certificate': 'birth certificate (giấy khai sinh)',
  residence: 'permanent residence (đăng ký thường trú)',
  'health-card': 'health insurance card (thẻ BHYT)',
  'death-extract': 'extract of the death record (trích lục khai tử)',
  'residence-deregistration': 'residence ended (xóa đăng ký thường trú)',
  'benefits-stop': 'card and pension stopped (dừng thẻ, chế độ)',
  'funeral-support': 'funeral-cost support (hỗ trợ chi phí mai táng)',
};

const MAX_FAILURES_SHOWN = 10;

/** The outcome for people: one chain hop by hop with a lane for each branch, many in sums. */
export function printCivil(console: Console, document: CivilDocument, logs: string | undefined): void {
  const { dossiers, totals, scenario, kind } = document;
  const [first] = dossiers;
  if (dossiers.length === 1 && first) printChain(console, first, document.at);
  const failed = dossiers.filter(({ state, outcome }) => state !== 10 || outcome === undefined);
  for (const { code, state, stateName, failure } of failed.slice(0, MAX_FAILURES_SHOWN)) {
    console.line(
      `✘ ${code || 'a dossier'} is in state ${state ?? '–'} ${stateName}: ${failure ?? 'it has no outcome'}`,
    );
    if (logs) console.line(`  logs: ${logs}`);
  }
  console.line();
  console.line(
    `${totals.messages} messages, ${totals.parked} parked, ${(document.elapsedMs / 1000).toFixed(1)} s until the last dossier ended`,
  );
  const mark = totals.failed === 0 ? '✔' : '✘';
  console.line(
    `${mark} ${totals.completed} of ${totals.dossiers} chains (${kind}, ${scenario}) reached "Đã trả kết quả" (state 10) as the scenario says`,
  );
}

function printChain(console: Console, report: CivilReport, at: string): void {
  const { code, procedure, elapsedMs, states, stateName, appointmentAt } = report;
  console.line();
  console.line(`Dossier ${code || '(not accepted)'}, procedure ${procedure}, ${elapsedMs} ms`);
  console.line(
    `States ${states.join(' → ')}  ${stateName}; appointment ${appointmentAt?.slice(0, 16).replace('T', ' ') ?? '–'}`,
  );
  printTimeline(console, report);
  printBranches(console, report, localDate(new Date(at)));
  printResults(console, report);
  if (report.outcome === 'partly-completed') {
    console.line();
    console.line(`Chain partly completed: ${report.reason ?? reasonsOf(report)}`);
  }
}

function reasonsOf({ subDossiers }: CivilReport): string {
  const reasons = subDossiers.flatMap(({ branch, reason }) => (reason === undefined ? [] : [`${branch}: ${reason}`]));
  return reasons.length > 0 ? reasons.join('; ') : 'no reason was given';
}

/** A lane for each branch beside the trunk: a dot where it acts, a line while it is under way. */
function printTimeline(console: Console, { timeline, subDossiers }: CivilReport): void {
  const lanes = subDossiers.map(({ branch }) => branch).filter((branch) => branch !== 'registration');
  const span = new Map(lanes.map((lane) => [lane, spanOf(timeline, lane)]));
  console.line();
  console.line(`  lanes, after the trunk: ${lanes.map((lane) => branchTexts[lane] ?? lane).join(' | ')}`);
  timeline.forEach((row, index) => {
    const marks = [
      row.branch === undefined ? '●' : '│',
      ...lanes.map((lane) => markOf(lane, index, row, span.get(lane))),
    ].join(' ');
    const hop = `${row.sender} → ${row.recipient}`;
    const took =
      row.handledAt === undefined ? '     …' : String(Date.parse(row.handledAt) - Date.parse(row.sentAt)).padStart(6);
    console.line(`  ${row.sentAt.slice(11, 23)}  ${marks}  ${hop.padEnd(36)} ${took} ms  ${messageText(row.type)}`);
  });
}

function spanOf(timeline: readonly CivilTimelineRow[], lane: string): readonly [number, number] {
  const at = timeline.flatMap(({ branch }, index) => (branch === lane ? [index] : []));
  return [at[0] ?? -1, at.at(-1) ?? -1];
}

function markOf(
  lane: string,
  index: number,
  { branch }: CivilTimelineRow,
  span: readonly [number, number] | undefined,
): string {
  if (branch === lane) return '●';
  const [from, to] = span ?? [-1, -1];
  return from < index && index < to ? '│' : ' ';
}

function printBranches(console: Console, { subDossiers }: CivilReport, day: string): void {
  console.line();
  for (const { branch, member, office, state, dueAt, late, reason } of subDossiers) {
    const due = dueAt === undefined ? '' : `, due ${dueAt.slice(0, 16).replace('T', ' ')}`;
    const where = officeName(member, office, day);
    const text = `${branchTexts[branch] ?? branch}: ${state} ${nationalState(state as NationalStateCode).vi}`;
    console.line(`  ${text}, ${where}${due}${late ? ', LATE' : ''}${reason === undefined ? '' : ` – ${reason}`}`);
  }
}

function printResults(console: Console, { results }: CivilReport): void {
  console.line();
  for (const result of results) {
    const { kind, number, book, page, issuedOn, personalIdentificationNumber, validTo, amountDong, copies } = result;
    const facts = [
      `number ${number}`,
      ...(book === undefined ? [] : [`book ${book}`]),
      ...(page === undefined ? [] : [`page ${page}`]),
      `of ${dayText(issuedOn)}`,
      ...(personalIdentificationNumber === undefined ? [] : [`personal number ${personalIdentificationNumber}`]),
      ...(validTo === undefined ? [] : [`valid to ${dayText(validTo)}`]),
      ...(amountDong === undefined ? [] : [dongFigure(amountDong)]),
      ...(copies === undefined ? [] : [copies === 1 ? '1 copy' : `${copies} copies`]),
    ];
    console.line(`  ${resultTexts[kind]}: ${facts.join(', ')}`);
  }
}
