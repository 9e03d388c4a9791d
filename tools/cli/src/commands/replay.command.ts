import { randomUUID } from 'node:crypto';
import { askBus } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { clockTime } from '../clock-time';
import { tableLines } from '../table';
import { type Terminal, UsageError } from '../terminal';

export interface ReplayOptions {
  readonly words: readonly string[];
  readonly recipient?: string;
  readonly sender?: string;
  readonly type?: string;
  readonly outcome?: string;
  readonly cause?: string;
  readonly dossier?: string;
  readonly entry?: string;
  readonly from?: string;
  readonly to?: string;
  readonly rate?: string;
  readonly office?: string;
  readonly reason?: string;
  readonly all?: boolean;
  readonly url?: string;
  readonly json?: boolean;
}

interface ReplayView {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  /** Of a restored member: more may be found. */
  readonly isSearching?: boolean;
  readonly answeredSince?: string;
  readonly found: number;
  readonly sent: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly toDo: number;
  readonly open: number;
  readonly begunAt: string;
  readonly reason: string;
}

const ACTS = ['list', 'deliveries', 'history', 'stop'];
const HEADINGS = ['begun', 'replay', 'kind', 'state', 'found', 'sent', 'left out', 'to do', 'unanswered', 'reason'];

/** Replays: shows them, and asks for one, which a second operator confirms. */
export async function replayCommand(config: CliConfig, options: ReplayOptions, terminal: Terminal): Promise<void> {
  const [act = ''] = options.words;
  if (!ACTS.includes(act)) throw new UsageError('replay list, deliveries, history or stop?');
  const url = options.url === undefined ? {} : { url: options.url };
  const say = (document: object, text: string): void =>
    terminal.out(options.json ? JSON.stringify(document, null, 2) : text);
  if (act === 'list') {
    const page = await askBus<{ items: readonly ReplayView[] }>(config, { path: '/replays', ...url });
    return say(page, page.items.length === 0 ? 'There was no replay.' : replayTable(page.items));
  }
  const { reason } = options;
  if (!reason) throw new UsageError('--reason is missing; it stands in the log');
  const post = { ...actOf(act, options), reason };
  const asked = await askBus<{ id: string; state: string }>(config, {
    ...{ path: '/acts', post, idempotencyKey: randomUUID() },
    ...url,
  });
  say(
    asked,
    `${post.kind} ${asked.id} is ${asked.state}; another operator has to confirm it: lienthong acts confirm ${asked.id}`,
  );
}

function actOf(act: string, options: ReplayOptions): { readonly kind: string; readonly content: object } {
  const { sender, type, outcome, cause, from, to, recipient, office } = options;
  const shared = { ...given({ recipient, sender, dossierCode: options.dossier, from, to }), ...rateOf(options) };
  if (act === 'stop') {
    const [, replay] = options.words;
    if (!replay) throw new UsageError('which replay? lienthong replay stop <id>');
    return { kind: 'stop-replay', content: { replay } };
  }
  if (act === 'history') {
    if (!recipient || !office || !type || !from) {
      throw new UsageError('replay history needs --recipient, --office, --type (with commas) and --from');
    }
    return { kind: 'give-history', content: { ...shared, office, types: type.split(',') } };
  }
  const content = { ...shared, ...given({ type, outcome, cause, logId: options.entry }) };
  if (Object.keys(content).length === 0 && !options.all) {
    throw new UsageError('which deliveries? name --recipient, --type, --cause, --dossier, --entry, --from … or --all');
  }
  return { kind: 'replay-deliveries', content };
}

function rateOf({ rate }: ReplayOptions): { readonly perSecond?: number } {
  if (rate === undefined) return {};
  const perSecond = Number(rate);
  if (!Number.isInteger(perSecond) || perSecond < 1 || perSecond > 1_000) {
    throw new UsageError('--rate must be a whole number of messages a second from 1 to 1000');
  }
  return { perSecond };
}

function given(fields: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function replayTable(items: readonly ReplayView[]): string {
  return tableLines(
    HEADINGS,
    items.map((one) => [
      clockTime(one.begunAt),
      ...[one.id, one.kind, one.isSearching ? 'searching' : one.state, String(one.found), String(one.sent)],
      Object.entries(one.leftOut)
        .map(([why, count]) => `${count} ${why}`)
        .join(', ') || '–',
      ...[String(one.toDo), String(one.open)],
      one.answeredSince ? `${one.reason}; answered since ${clockTime(one.answeredSince)}` : one.reason,
    ]),
  ).join('\n');
}
