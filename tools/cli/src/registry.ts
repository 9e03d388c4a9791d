import { shortType, tableLines } from './table';

/** A row of the bus's registry as it held at an instant. */
export interface HeldView {
  readonly table: string;
  readonly key: string;
  readonly logId: string;
  readonly since: string;
  readonly row: Readonly<Record<string, unknown>>;
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
