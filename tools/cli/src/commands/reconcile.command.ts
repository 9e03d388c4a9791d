import { setTimeout as delay } from 'node:timers/promises';
import { askBus } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { reportText, type ReportView } from '../reconciliation-report';
import { findStack } from '../stack-file';
import { CommandFailed, type Terminal, UsageError } from '../terminal';

export interface ReconcileOptions {
  readonly day?: string;
  readonly now?: boolean;
  readonly url?: string;
  readonly json?: boolean;
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
  const day = options.day ?? yesterday(config);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`--day ${day} is no day; 2026-08-03 is meant`);
  const url = options.url === undefined ? {} : { url: options.url };
  const begun = options.now
    ? await askBus<{ id: string }>(config, { path: '/reconciliations', post: { day }, ...url })
    : undefined;
  if (begun)
    terminal.err(`The members are asked for their books of ${day}; a silent one is waited for, half an hour at most.`);
  const report = await reportOf(config, { day, run: begun?.id, url });
  terminal.out(options.json ? JSON.stringify(report, null, 2) : reportText(report));
}

/** The day before, in Vietnam, by the clock of the stack that runs here. */
function yesterday(config: CliConfig): string {
  const offsetMs = findStack(config)?.clockOffsetMs ?? 0;
  return new Date(Date.now() + offsetMs + OFFSET_MS - DAY_MS).toISOString().slice(0, 10);
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
