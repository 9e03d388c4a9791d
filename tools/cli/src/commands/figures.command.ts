import { askBus, queryText } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { shortType, tableLines } from '../table';
import type { Terminal } from '../terminal';

export interface FiguresOptions {
  readonly from?: string;
  readonly to?: string;
  readonly member?: string;
  readonly json?: boolean;
  readonly url?: string;
}

interface Figure {
  readonly day: string;
  readonly member: string;
  readonly type: string;
  readonly sent: number;
  readonly rejected: number;
  readonly received: number;
  readonly handled: number;
  readonly discarded: number;
}

interface Figures {
  readonly from: string;
  readonly to: string;
  readonly figures: readonly Figure[];
  readonly isCut: boolean;
}

const COUNTS = ['sent', 'rejected', 'received', 'handled', 'discarded'] as const;

/** What each member sent, received and handled, and what was refused of it, by day and type. */
export async function figuresCommand(config: CliConfig, options: FiguresOptions, terminal: Terminal): Promise<void> {
  const { from, to, member, json = false, url } = options;
  const path = `/figures${queryText({ from, to, member })}`;
  const answer = await askBus<Figures>(config, { path, ...(url === undefined ? {} : { url }) });
  terminal.out(json ? JSON.stringify(answer, null, 2) : figuresTable(answer));
}

function figuresTable({ from, to, figures, isCut }: Figures): string {
  if (figures.length === 0) return `Nothing was exchanged from ${from} to ${to}.`;
  const rows = figures.map((one) => [
    one.day,
    one.member,
    shortType(one.type),
    ...COUNTS.map((name) => String(one[name])),
  ]);
  const totals = COUNTS.map((name) => String(figures.reduce((sum, one) => sum + one[name], 0)));
  return [
    ...tableLines(['day', 'member', 'message', ...COUNTS], [...rows, ['all', '', '', ...totals]]),
    ...(isCut ? ['', 'There is more: name one member by --member, or fewer days by --from and --to.'] : []),
  ].join('\n');
}
