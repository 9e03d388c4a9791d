import { askBus } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { clockTime } from '../clock-time';
import { tableLines } from '../table';
import type { Terminal } from '../terminal';

export interface MemberBehindView {
  readonly member: string;
  readonly state: string;
  readonly waiting: number;
  readonly inFlight: number;
  readonly parked: number;
  readonly stashed: number;
  readonly oldestSince?: string;
  readonly lastSeenAt?: string;
  readonly handledPerMinute: number;
  readonly behindGaps: number;
  readonly gapSince?: string;
}

const HEADINGS = [
  'member',
  'waiting',
  'in flight',
  'parked',
  'stashed',
  'oldest since',
  'last seen',
  'per minute',
  'own behind gaps',
];

/** Who is behind: what waits for each member and since when. */
export async function behindCommand(
  config: CliConfig,
  { json = false, url }: { readonly json?: boolean; readonly url?: string },
  terminal: Terminal,
): Promise<void> {
  const answer = await askBus<{ members: readonly MemberBehindView[] }>(config, {
    path: '/behind',
    ...(url === undefined ? {} : { url }),
  });
  const text = (): string => tableLines(HEADINGS, answer.members.map(rowOf)).join('\n');
  terminal.out(json ? JSON.stringify(answer, null, 2) : text());
}

function rowOf(one: MemberBehindView): readonly string[] {
  return [
    one.state === 'active' ? one.member : `${one.member} (${one.state})`,
    ...[one.waiting, one.inFlight, one.parked, one.stashed].map(String),
    clockTime(one.oldestSince),
    clockTime(one.lastSeenAt),
    String(one.handledPerMinute),
    one.gapSince ? `${one.behindGaps} since ${clockTime(one.gapSince)}` : String(one.behindGaps),
  ];
}
