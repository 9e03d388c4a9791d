import { setTimeout as delay } from 'node:timers/promises';
import { askBus } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { clockTime } from '../clock-time';
import { tableLines } from '../table';
import { CommandFailed, type Terminal, UsageError } from '../terminal';

export interface ReconcileOptions {
  readonly day?: string;
  readonly now?: boolean;
  readonly url?: string;
  readonly json?: boolean;
}

interface DifferenceView {
  readonly kind: string;
  readonly meaning: string;
  readonly member: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

interface ReportView {
  readonly id: string;
  readonly day: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly compared: readonly { readonly member: string; readonly side: string; readonly messages: number }[];
  readonly missing: readonly { readonly member: string; readonly side: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: { readonly items: readonly DifferenceView[]; readonly next?: string };
}

const DAY_MS = 86_400_000;
const OFFSET_MS = 7 * 3_600_000;
const WAIT_MS = 2_700_000;
const LOOK_EVERY_MS = 1_000;

/** What the members' books and the log say differently of a day, yesterday if none is named; `--now` compares it first. */
export async function reconcileCommand(
  config: CliConfig,
  options: ReconcileOptions,
  terminal: Terminal,
): Promise<void> {
  const day = options.day ?? new Date(Date.now() + OFFSET_MS - DAY_MS).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`--day ${day} is no day; 2026-08-03 is meant`);
  const url = options.url === undefined ? {} : { url: options.url };
  const begun = options.now
    ? await askBus<{ id: string }>(config, { path: '/reconciliations', post: { day }, ...url })
    : undefined;
  const report = await reportOf(config, { day, run: begun?.id, url });
  terminal.out(options.json ? JSON.stringify(report, null, 2) : reportText(report));
}

async function reportOf(
  config: CliConfig,
  {
    day,
    run,
    url,
  }: { readonly day: string; readonly run: string | undefined; readonly url: { readonly url?: string } },
): Promise<ReportView> {
  const giveUpAt = Date.now() + WAIT_MS;
  for (;;) {
    const report = await askBus<ReportView>(config, { path: `/reconciliations/${day}`, ...url });
    if (run === undefined || (report.id === run && report.state === 'done')) return report;
    if (Date.now() > giveUpAt) throw new CommandFailed(`the comparison of ${day} has not ended; ask again later`);
    await delay(LOOK_EVERY_MS);
  }
}

function reportText(report: ReportView): string {
  const { day, state, compared, missing, counts, differences } = report;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const messages = compared.reduce((sum, one) => sum + one.messages, 0);
  const head = `${day}, ${clockTime(report.from)} to ${clockTime(report.to)}: `;
  if (state !== 'done') return `${head}the members are asked for their books.`;
  return [
    `${head}${compared.length} books with ${messages} messages compared, ${total} ${total === 1 ? 'difference' : 'differences'}.`,
    ...missing.map(({ member, side }) => `No book of what ${member} ${side}.`),
    ...(total > 0
      ? ['', ...tableLines(['what', 'member', 'sender', 'message', 'stream', 'facts'], differences.items.map(rowOf))]
      : []),
    ...(differences.next ? ['', 'There are more: GET /reconciliations/' + `${day}?cursor=${differences.next}`] : []),
  ].join('\n');
}

function rowOf({ meaning, member, sender, id, stream, facts }: DifferenceView): readonly string[] {
  const said = Object.entries(facts).map(([who, what]) => `${who}: ${what === null ? 'nothing' : String(what)}`);
  return [meaning, member, sender, id, stream, said.join(', ')];
}
