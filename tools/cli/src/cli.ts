import { parseArgs } from 'node:util';
import { isAppError } from '@lienthong/kernel';
import type { CliConfig } from './cli.config';
import { behindCommand } from './commands/behind.command';
import { figuresCommand } from './commands/figures.command';
import { filesCommand } from './commands/files.command';
import { kafkaMemberCommand } from './commands/kafka-member.command';
import { actsCommand } from './commands/acts.command';
import { keysCommand } from './commands/keys.command';
import { membersCommand } from './commands/members.command';
import { reconcileCommand } from './commands/reconcile.command';
import { replayCommand } from './commands/replay.command';
import { restoreCommand } from './commands/restore.command';
import { parkedCommand } from './commands/parked.command';
import { tokenCommand } from './commands/token.command';
import { traceCommand } from './commands/trace.command';
import { whereCommand } from './commands/where.command';
import { CommandFailed, type Terminal, UsageError } from './terminal';
import { usage } from './usage';

const options = {
  help: { type: 'boolean', short: 'h' },
  home: { type: 'string' },
  json: { type: 'boolean' },
  member: { type: 'string' },
  office: { type: 'string' },
  role: { type: 'string' },
  person: { type: 'string' },
  minutes: { type: 'string' },
  service: { type: 'string' },
  reason: { type: 'string' },
  limit: { type: 'string' },
  cursor: { type: 'string' },
  oldest: { type: 'boolean' },
  url: { type: 'string' },
  content: { type: 'string' },
  open: { type: 'boolean' },
  at: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  purpose: { type: 'string' },
  'legal-basis': { type: 'string' },
  transport: { type: 'string' },
  webhook: { type: 'string' },
  since: { type: 'string' },
  day: { type: 'string' },
  now: { type: 'boolean' },
  recipient: { type: 'string' },
  sender: { type: 'string' },
  type: { type: 'string' },
  outcome: { type: 'string' },
  cause: { type: 'string' },
  dossier: { type: 'string' },
  entry: { type: 'string' },
  rate: { type: 'string' },
  all: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof parse>['values'];

/** Options that a command knows beside `--home` and `--help`. */
const optionsOf: Readonly<Record<string, readonly (keyof Values)[]>> = {
  token: ['member', 'office', 'role', 'person', 'minutes'],
  trace: ['json', 'url'],
  where: ['json'],
  behind: ['json', 'url'],
  figures: ['from', 'to', 'member', 'json', 'url'],
  parked: [
    ...(['service', 'office', 'url', 'reason', 'limit', 'cursor', 'oldest', 'json'] as const),
    ...(['recipient', 'type', 'cause', 'dossier', 'from', 'to'] as const),
  ],
  replay: [
    ...(['recipient', 'sender', 'type', 'outcome', 'cause', 'dossier', 'entry', 'from', 'to', 'rate'] as const),
    ...(['office', 'reason', 'all', 'url', 'json'] as const),
  ],
  reconcile: ['day', 'now', 'url', 'json'],
  files: ['member', 'url', 'limit', 'cursor', 'json'],
  members: [
    ...(['person', 'url', 'content', 'reason', 'at', 'from', 'to'] as const),
    ...(['purpose', 'legal-basis', 'transport', 'webhook', 'json'] as const),
  ],
  acts: ['person', 'url', 'content', 'reason', 'open', 'limit', 'cursor', 'json'],
  keys: [],
  'kafka-member': [],
  restore: ['service', 'reason', 'since', 'json'],
};

/** Words that a command takes beside its options; none when it is not named here. */
const wordsOf: Readonly<Record<string, number>> = {
  keys: 3,
  trace: 1,
  where: 1,
  parked: 3,
  files: 2,
  'kafka-member': 1,
  members: 5,
  acts: 2,
  replay: 2,
};

/** Runs one command line. Returns the exit code: 0 done, 1 could not be done, 2 wrong command line. */
export async function runCli(argv: readonly string[], config: CliConfig, terminal: Terminal): Promise<number> {
  try {
    const { values, positionals } = parse(argv);
    const [command, ...rest] = positionals;
    if (values.help || command === 'help') {
      terminal.out(usage);
      return 0;
    }
    checkCommand(command, values);
    await run(command, rest, values, { ...config, home: values.home ?? config.home }, terminal);
    return 0;
  } catch (error) {
    return explain(error, terminal);
  }
}

function parse(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
}

function checkCommand(command: string | undefined, values: Values): asserts command is string {
  if (command === undefined) throw new UsageError('which command?');
  const known = Object.hasOwn(optionsOf, command) ? optionsOf[command] : undefined;
  if (!known) throw new UsageError(`there is no command ${command}; one of: ${Object.keys(optionsOf).join(', ')}`);
  const odd = Object.keys(values).filter((name) => name !== 'home' && !known.includes(name as keyof Values));
  if (odd.length > 0) throw new UsageError(`${command} has no option --${odd.join(', --')}`);
}

async function run(
  command: string,
  rest: readonly string[],
  values: Values,
  config: CliConfig,
  terminal: Terminal,
): Promise<void> {
  const allowed = wordsOf[command] ?? 0;
  if (rest.length > allowed) throw new UsageError(`${command} does not take ${rest.slice(allowed).join(' ')}`);
  switch (command) {
    case 'token':
      return tokenCommand(config, values, terminal);
    case 'trace':
      return traceCommand(config, { ...values, dossierCode: rest[0] }, terminal);
    case 'where':
      return whereCommand(config, { ...values, dossierCode: rest[0] }, terminal);
    case 'behind':
      return behindCommand(config, values, terminal);
    case 'figures':
      return figuresCommand(config, values, terminal);
    case 'restore':
      return restoreCommand(config, values, terminal);
    case 'replay':
      return replayCommand(config, { ...values, words: rest }, terminal);
    case 'reconcile':
      return reconcileCommand(config, values, terminal);
    case 'files':
      return filesCommand(config, { ...values, words: rest }, terminal);
    case 'parked':
      return parkedCommand(config, { ...values, words: rest }, terminal);
    case 'kafka-member':
      return kafkaMemberCommand(config, rest[0], terminal);
    case 'members':
      return membersCommand(config, { ...values, words: rest }, terminal);
    case 'acts':
      return actsCommand(config, { ...values, words: rest }, terminal);
    default:
      return keysCommand(config.home, rest, terminal);
  }
}

function explain(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError || isParseError(error)) {
    terminal.err(`lienthong: ${error.message}\nSee: npm run lienthong -- --help`);
    return 2;
  }
  const text = isAppError(error) ? error.text('en') : error instanceof CommandFailed ? error.message : String(error);
  terminal.err(`lienthong: ${text}`);
  return 1;
}

function isParseError(error: unknown): error is Error {
  return String((error as NodeJS.ErrnoException | undefined)?.code).startsWith('ERR_PARSE_ARGS');
}
