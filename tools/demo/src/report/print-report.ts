import type { Console } from '../console';
import type { AppliedLaw, DemoDocument, DossierReport, Exempted, Payment, TimelineRow } from './demo-document';
import { dayText, dongFigure, kindTexts, messageText } from './texts';

const MAX_FAILURES_SHOWN = 10;
/** The mark of what is configuration, since no text of the time was at hand. */
const NOT_READ = '[unverified: not read in a text of its time]';

/** The outcome for people: one dossier hop by hop, many dossiers in sums. */
export function printReport(console: Console, document: DemoDocument, logs: string | undefined): void {
  const [first] = document.dossiers;
  if (document.dossiers.length === 1 && first) printDossier(console, first);
  else printMany(console, document.dossiers);
  for (const failed of document.dossiers.filter(({ failure }) => failure !== undefined).slice(0, MAX_FAILURES_SHOWN))
    printFailure(console, failed, logs);
  const { completed, dossiers, messages, parked } = document.totals;
  console.line();
  console.line(
    `${messages} messages, ${parked} parked, ${(document.elapsedMs / 1000).toFixed(1)} s until the last dossier ended`,
  );
  const end = endText(document);
  console.line(
    completed === dossiers
      ? `✔ ${completed} of ${dossiers} reached ${end}`
      : `✘ ${dossiers - completed} of ${dossiers} did not reach ${end}`,
  );
  printVerdict(console, document);
}

/** The end that all dossiers of a run have in common; a run of which none ended well wanted the usual one. */
function endText({ dossiers }: DemoDocument): string {
  const ended = dossiers.find(({ failure }) => failure === undefined);
  return ended ? `"${ended.stateName}" (state ${ended.state})` : 'its end';
}

function printVerdict(console: Console, { verdict }: DemoDocument): void {
  if (!verdict) return;
  const { rows, differences } = verdict;
  if (differences.length === 0) console.line(`✔ amounts, dates and end are those of ${rows.join(', ')}`);
  else console.line(`✘ not what ${rows.join(', ')} says:`);
  for (const difference of differences.slice(0, MAX_FAILURES_SHOWN)) console.line(`    ${difference}`);
}

function printDossier(console: Console, dossier: DossierReport): void {
  console.line();
  console.line(`Dossier ${dossier.code || '(not accepted)'}, procedure ${dossier.procedure}, ${dossier.elapsedMs} ms`);
  console.line(`States ${dossier.states.join(' → ')}  ${dossier.stateName}`);
  printLaw(console, dossier.law);
  printTimeline(console, dossier.timeline);
  printPayments(console, dossier.payments);
  printExemptions(console, dossier.exemptions ?? []);
  printOverpaid(console, dossier);
  if (dossier.certificate) {
    const { serial, registerNumber, form } = dossier.certificate;
    console.line();
    console.line(
      `Certificate ${serial}, register number ${registerNumber} (${form === 'new' ? 'new certificate' : 'change noted on it'})`,
    );
  }
}

function printLaw(console: Console, law: AppliedLaw | undefined): void {
  if (!law) return;
  const { regime, unverified, clockStartedOn, noticesBy, forms } = law;
  const days = `tax clock from ${dayText(clockStartedOn)}, notices by ${dayText(noticesBy)}`;
  console.line(`Regime ${regime}: ${days}${unverified ? `  ${NOT_READ}` : ''}`);
  for (const { paper, form, unverified: layout } of forms)
    console.line(`  ${paper} on form ${form}${layout ? `  ${NOT_READ}` : ''}`);
}

function printTimeline(console: Console, rows: readonly TimelineRow[]): void {
  const days = new Set(rows.map(({ sentAt }) => sentAt.slice(0, 10)));
  console.line();
  for (const row of rows) {
    const day = days.size > 1 ? `${dayText(row.sentAt.slice(0, 10)).slice(0, 5)} ` : '';
    const hop = `${row.sender} → ${row.recipient}`;
    const took =
      row.handledAt === undefined ? '     …' : String(Date.parse(row.handledAt) - Date.parse(row.sentAt)).padStart(6);
    console.line(`  ${day}${row.sentAt.slice(11, 23)}  ${hop.padEnd(33)} ${took} ms  ${messageText(row.type)}`);
    if (row.out && row.in) {
      console.line(`${' '.repeat(16)}${place(row.out)} → ${place(row.in)}`);
    }
  }
}

function place({
  topic,
  partition,
  offset,
}: {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}): string {
  return `${topic}[${partition}]@${offset}`;
}

function printPayments(console: Console, payments: readonly Payment[]): void {
  if (payments.length === 0) return;
  console.line();
  for (const { kind, payer, payerName, share, amountDong, notice, dueDate, paidOn, state } of payments) {
    const words = notice === '' ? '' : ` notice ${notice},`;
    console.line(
      `  ${dongFigure(amountDong).padStart(20)}  ${kindTexts[kind]}, ${payer} ${payerName} (${share}),${words} due ${dayText(dueDate)}${paidOn ? `, paid ${dayText(paidOn)}` : ''}, ${state}`,
    );
  }
}

function printExemptions(console: Console, exemptions: readonly Exempted[]): void {
  for (const { kind, payer, payerName, amountDong, reasons } of exemptions) {
    const why = reasons.join(' ');
    console.line(`  ${dongFigure(amountDong).padStart(20)}  ${kindTexts[kind]}, ${payer} ${payerName}, exempt: ${why}`);
  }
}

function printOverpaid(console: Console, { overpaid = [] }: DossierReport): void {
  for (const { amountDong, cause } of overpaid)
    console.line(`  ${dongFigure(amountDong).padStart(20)}  overpaid (nộp thừa), ${cause}: kept for whoever paid it`);
}

function printMany(console: Console, dossiers: readonly DossierReport[]): void {
  const elapsed = dossiers
    .filter(({ failure }) => failure === undefined)
    .map(({ elapsedMs }) => elapsedMs)
    .sort((a, b) => a - b);
  console.line();
  if (elapsed.length > 0) {
    console.line(`From desk to certificate: median ${at(elapsed, 0.5)} ms, slowest ${at(elapsed, 1)} ms, all at once`);
  }
  for (const kind of ['personal-income-tax', 'registration-fee'] as const) {
    const payments = dossiers.flatMap((dossier) => dossier.payments).filter((payment) => payment.kind === kind);
    const sum = payments.reduce((all, { amountDong }) => all + BigInt(amountDong), 0n);
    if (payments.length > 0)
      console.line(`  ${dongFigure(String(sum)).padStart(24)}  ${kindTexts[kind]}, ${payments.length} payments`);
  }
}

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function printFailure(
  console: Console,
  { code, state, stateName, failure, timeline }: DossierReport,
  logs: string | undefined,
): void {
  const last = timeline.at(-1);
  const hanging = timeline.find(({ handledAt }) => handledAt === undefined);
  console.line();
  console.line(`✘ ${code || 'a dossier'} is in state ${state ?? '–'} ${stateName}: ${failure ?? 'unknown reason'}`);
  if (last)
    console.line(`  last message: ${last.sender} → ${last.recipient}, ${messageText(last.type)}, sent ${last.sentAt}`);
  if (hanging)
    console.line(
      `  not handled yet: ${messageText(hanging.type)} at ${hanging.recipient}${hanging.deliveredAt ? '' : ', not delivered by the bus'}`,
    );
  else if (last) console.line(`  every message is handled; the next step of ${last.recipient} did not come`);
  if (logs) console.line(`  logs: ${logs}/{integration-bus,${last?.recipient ?? 'intake'}}.log`);
}
