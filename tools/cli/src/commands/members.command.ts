import { actDetails, type ActView } from '../acts';
import type { CliConfig } from '../cli.config';
import { jsonOf } from '../json-option';
import { allPages, type AskBus, operatorOf, type OperatorOptions } from '../operator';
import { HELD, heldTable, type HeldView, judgedDetails, type JudgedBy, memberDetails, membersTable } from '../registry';
import { CommandFailed, type Terminal, UsageError } from '../terminal';
import { reasonOf } from './acts.command';

export interface MembersOptions extends OperatorOptions {
  readonly words: readonly string[];
  readonly content?: string;
  readonly reason?: string;
  readonly at?: string;
  readonly from?: string;
  readonly to?: string;
  readonly purpose?: string;
  readonly 'legal-basis'?: string;
  readonly transport?: string;
  readonly webhook?: string;
  readonly json?: boolean;
}

interface WantedAct {
  readonly kind: string;
  readonly content: object;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const VERBS =
  'list, show, keys, rights, schemas, judged, register, suspend, resume, transport, key add, key revoke, grant give or grant withdraw';

/** The members of the bus: list and show them, and ask for acts about them, which another operator confirms. */
export async function membersCommand(config: CliConfig, options: MembersOptions, terminal: Terminal): Promise<void> {
  const ask = operatorOf(config, options);
  const [verb = 'list', code] = options.words;
  const say = (document: object, text: string): void =>
    terminal.out(options.json ? JSON.stringify(document, null, 2) : text);
  if (verb === 'list') {
    const rows = await rowsAt(ask, options, 'table=member');
    return say(rows, membersTable(rows));
  }
  if (verb === 'show') {
    if (!code) throw new UsageError('which member? lienthong members show <member>');
    const rows = await rowsAt(ask, options, `member=${encodeURIComponent(code)}`);
    if (rows.length === 0) throw new CommandFailed(`the registry has no member ${code} at that time`);
    return say(rows, memberDetails(code, rows));
  }
  const held = HELD[verb];
  if (held) {
    const rows = await rowsAt(ask, options, `table=${held.table}`);
    return say(rows, heldTable(held, rows));
  }
  if (verb === 'judged') {
    if (!code || !UUID.test(code))
      throw new UsageError('which message? lienthong members judged <log entry>; it stands in `trace --json`');
    const judged = await ask<JudgedBy>(`/registry/at/${encodeURIComponent(code)}`);
    return say(judged, judgedDetails(judged));
  }
  const post = { ...actOf(options), reason: reasonOf(options) };
  const act = await ask<ActView>('/acts', post);
  say(act, actDetails(act));
}

function rowsAt(ask: AskBus, { at }: MembersOptions, filter: string): Promise<readonly HeldView[]> {
  if (at !== undefined && !INSTANT.test(at))
    throw new UsageError(`--at ${at} is no instant; 2026-08-03T09:00:00+07:00 is meant`);
  const instant = at === undefined ? '' : `&instant=${encodeURIComponent(at)}`;
  return allPages<HeldView>(ask, `/registry/at?limit=100&${filter}${instant}`);
}

/** The act that the words ask for. @throws UsageError */
function actOf(options: MembersOptions): WantedAct {
  const [verb, ...rest] = options.words;
  switch (verb) {
    case 'register':
      return { kind: 'register-member', content: jsonOf(options.content, '--content') };
    case 'suspend':
    case 'resume':
      return { kind: `${verb}-member`, content: { member: word(rest, 0, `members ${verb} <member>`) } };
    case 'transport':
      return { kind: 'change-transport', content: transportOf(word(rest, 0, 'members transport <member>'), options) };
    case 'key':
      return keyAct(rest, options);
    case 'grant':
      return grantAct(rest, options);
    default:
      throw new UsageError(`members ${VERBS}?`);
  }
}

function transportOf(member: string, { transport, webhook }: MembersOptions): object {
  if (!transport) throw new UsageError('--transport is missing: kafka, pull or webhook');
  return { member, transport, ...(webhook === undefined ? {} : { url: webhook }) };
}

function keyAct([verb, ...words]: readonly string[], options: MembersOptions): WantedAct {
  if (verb === 'revoke') return { kind: 'revoke-key', content: { kid: word(words, 0, 'members key revoke <kid>') } };
  if (verb !== 'add') throw new UsageError('members key add or key revoke?');
  const form = 'members key add <member> <kid> <x>, where x is the public part of the key';
  const [member, kid, x] = [word(words, 0, form), word(words, 1, form), word(words, 2, form)];
  return { kind: 'add-key', content: { member, kid, x, ...periodOf(options) } };
}

function grantAct([verb, ...words]: readonly string[], options: MembersOptions): WantedAct {
  if (verb !== 'give' && verb !== 'withdraw') throw new UsageError('members grant give or grant withdraw?');
  const form = `members grant ${verb} <sender> <recipient,recipient> <type>`;
  const recipients = word(words, 1, form).split(',');
  const right = { sender: word(words, 0, form), recipients, type: word(words, 2, form) };
  if (verb === 'withdraw') return { kind: 'withdraw-grant', content: right };
  const { purpose, 'legal-basis': legalBasis } = options;
  if (!purpose || !legalBasis) throw new UsageError('--purpose and --legal-basis are missing');
  return { kind: 'give-grant', content: { ...right, purpose, legalBasis, ...periodOf(options) } };
}

function periodOf({ from, to }: MembersOptions): object {
  return { ...(from === undefined ? {} : { validFrom: from }), ...(to === undefined ? {} : { validTo: to }) };
}

function word(words: readonly string[], place: number, form: string): string {
  const found = words[place];
  if (!found) throw new UsageError(`lienthong ${form}`);
  return found;
}
