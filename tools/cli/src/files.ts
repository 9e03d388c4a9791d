import { shortType, tableLines } from './table';

/** A file as the bus shows it to an operator. */
export interface FileView {
  readonly fileId: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly owner: string;
  readonly state: string;
  readonly received: number;
  readonly createdAt: string;
  readonly completedAt?: string;
  readonly removedAt?: string;
  readonly removedWhy?: string;
  readonly namedBy?: readonly {
    readonly sender: string;
    readonly id: string;
    readonly type: string;
    readonly dossierCode?: string;
    readonly acceptedAt: string;
  }[];
}

export interface FilePage {
  readonly items: readonly FileView[];
  readonly next?: string;
}

export interface FileReadings {
  readonly items: readonly {
    readonly member: string;
    readonly at: string;
    readonly from: number;
    readonly to: number;
  }[];
  readonly next?: string;
}

const HEADINGS = ['began', 'owner', 'id', 'type', 'bytes', 'state'] as const;
const NAMING = ['accepted', 'sender', 'message', 'dossier', 'id'] as const;
const READING = ['at', 'member', 'from', 'to'] as const;

/** One line per file; names may tell of persons and are shown for one file only. */
export function filesTable({ items, next }: FilePage): string {
  if (items.length === 0) return 'The bus keeps no file.';
  const rows = items.map((file) => [
    ...[clockTime(file.createdAt), file.owner, file.fileId, file.contentType, String(file.size), stateOf(file)],
  ]);
  return [...tableLines(HEADINGS, rows), ...(next ? ['', `More: --cursor ${next}`] : [])].join('\n');
}

/** One file with the messages that name it and its readings. */
export function fileDetails(file: FileView, { items, next }: FileReadings): string {
  const naming = (file.namedBy ?? []).map(({ acceptedAt, sender, type, dossierCode, id }) => [
    ...[clockTime(acceptedAt), sender, shortType(type), dossierCode ?? '', id],
  ]);
  const readings = items.map(({ at, member, from, to }) => [clockTime(at), member, String(from), String(to)]);
  return [
    `${file.fileId}  ${file.name}`,
    `${file.contentType}, ${file.size} bytes, SHA-256 ${file.sha256}`,
    `of ${file.owner}, ${stateOf(file)}`,
    '',
    ...(naming.length > 0 ? tableLines(NAMING, naming) : ['No message names it.']),
    '',
    ...(readings.length > 0 ? tableLines(READING, readings) : ['Nobody has read it.']),
    ...(next ? ['', 'and later ones'] : []),
  ].join('\n');
}

function stateOf({ state, received, size, removedWhy }: FileView): string {
  if (removedWhy) return `${state} (${removedWhy})`;
  return state === 'uploading' ? `uploading, ${Math.floor((100 * received) / size)} %` : state;
}

function clockTime(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}
