import { shortType, tableLines } from './table';

/** A row of the bus's registry as it held at an instant. */
export interface HeldView {
  readonly table: string;
  readonly key: string;
  readonly logId: string;
  readonly since: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** By what a message was judged, as it stood then. */
export interface JudgedBy {
  readonly logId: string;
  readonly acceptedAt: string;
  readonly kind: string;
  readonly type?: string;
  readonly keyId?: string;
  readonly rows: readonly HeldView[];
}

interface DatedCode {
  readonly code: string;
  readonly validFrom: string;
  readonly validTo?: string;
  readonly successors?: readonly string[];
}

const text = (value: unknown): string => (typeof value === 'string' && value !== '' ? value : '–');
const day = (value: unknown): string => text(value).slice(0, 10);
const second = (value: unknown): string => text(value).slice(0, 19).replace('T', ' ');
const codesOf = (value: unknown): readonly DatedCode[] => (Array.isArray(value) ? (value as DatedCode[]) : []);

/** One line per member: the agency code that stands today, how it takes its deliveries, whether it takes part. */
export function membersTable(rows: readonly HeldView[]): string {
  const lines = rows.map(({ row, since }) => [
    text(row.code),
    text(row.name),
    codesOf(row.agencyCode).at(-1)?.code ?? '–',
    text(row.transport),
    text(row.state),
    day(since),
  ]);
  return [
    ...tableLines(['member', 'name', 'agency code', 'transport', 'state', 'since'], lines),
    '',
    `${rows.length} members`,
  ].join('\n');
}

/** A member with its codes, offices, keys and rights, each block a table. */
export function memberDetails(code: string, rows: readonly HeldView[]): string {
  const of = (table: string): readonly HeldView[] => rows.filter((one) => one.table === table);
  const member = of('member').find(({ key }) => key === code);
  if (!member) return `There is no member ${code}.`;
  const { name, transport, state, agencyCode, webhookUrl } = member.row;
  const place = webhookUrl === undefined ? '' : ` ${text(webhookUrl)}`;
  return [
    `${code}  ${text(name)}  ${text(transport)}${place}  ${text(state)}`,
    ...block('Agency codes', ['code', 'from', 'to', 'successors'], codesOf(agencyCode).map(codeLine)),
    ...block('Offices', ['office', 'name', 'code', 'from'], of('office').map(officeLine)),
    ...block('Keys', ['key', 'from', 'to', 'entry'], of('member_key').map(keyLine)),
    ...block('Rights', ['sender', 'recipient', 'message', 'from', 'to', 'purpose'], of('grant_row').map(grantLine)),
  ].join('\n');
}

type Columns = { readonly headings: readonly string[]; readonly line: (held: HeldView) => readonly string[] };

/** What `members keys`, `rights` and `schemas` list: the table of the registry, and its columns. */
export const HELD: Readonly<Record<string, { readonly table: string } & Columns>> = {
  keys: {
    ...{ table: 'member_key', headings: ['member', 'key', 'from', 'to', 'entry'] },
    line: (held) => [text(held.row.member), ...keyLine(held)],
  },
  rights: {
    ...{ table: 'grant_row', headings: ['sender', 'recipient', 'message', 'from', 'to', 'purpose', 'entry'] },
    line: (held) => [...grantLine(held), held.logId],
  },
  schemas: {
    ...{ table: 'message_schema', headings: ['message', 'schema', 'since', 'entry'] },
    line: ({ row, key, since, logId }) => [
      shortType(text(row.type)),
      key.slice(key.lastIndexOf('/') + 1),
      second(since),
      logId,
    ],
  },
};

/** Keys, rights or schemas of all members that held at an instant, each with the entry of the log that says so. */
export function heldTable({ headings, line }: Columns, rows: readonly HeldView[]): string {
  return [...tableLines(headings, rows.map(line)), '', `${rows.length} held`].join('\n');
}

/** By which member, key, right and schema a message was judged. */
export function judgedDetails({ logId, acceptedAt, kind, type, keyId, rows }: JudgedBy): string {
  const lines = rows.map((held) => [
    held.table.replace('_row', '').replace('_', ' '),
    held.key,
    second(held.since),
    held.logId,
  ]);
  return [
    `${text(type)}  ${kind} ${second(acceptedAt)}  signed by ${keyId ?? '–'}`,
    `entry ${logId}`,
    '',
    ...tableLines(['held then', 'which', 'since', 'entry'], lines),
  ].join('\n');
}

function block(title: string, headings: readonly string[], lines: readonly (readonly string[])[]): readonly string[] {
  return lines.length === 0 ? ['', `${title}: none`] : ['', title, ...tableLines(headings, lines)];
}

function codeLine({ code, validFrom, validTo, successors = [] }: DatedCode): readonly string[] {
  return [code, validFrom, validTo ?? '–', successors.join(', ') || '–'];
}

function officeLine({ row }: HeldView): readonly string[] {
  return [text(row.id), text(row.name), codesOf(row.unitCodes).at(-1)?.code ?? '–', day(row.validFrom)];
}

function keyLine({ row, logId }: HeldView): readonly string[] {
  return [text(row.kid), second(row.validFrom), second(row.validTo), logId];
}

function grantLine({ row }: HeldView): readonly string[] {
  const { sender, recipient, type, validFrom, validTo, purpose } = row;
  return [text(sender), text(recipient), shortType(text(type)), second(validFrom), second(validTo), text(purpose)];
}
