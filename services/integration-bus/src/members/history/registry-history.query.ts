import { Injectable } from '@nestjs/common';
import { memberOfSource, recipientsOf, type SignedAttributes } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Page, pageOf, placeOf } from '@lienthong/service-host';
import { registryErrors } from '../registry.errors';
import type { RegistryRow } from '../registry-tables';
import { held, type HeldRow, latest, membersOf, registryKey } from './held-registry';
import type { RegistryAtRequest } from './registry-at.request';

/** Rows in the order in which they were written; a schema itself is read by its name, not here. */
const ROWS = `
select log_id, accepted_at, content ->> 'table' as table, (content -> 'row') - 'schema' as row from log_entry
where kind in ('bootstrap', 'member', 'key', 'grant', 'schema', 'admin') and content ? 'table' and accepted_at <= $1
order by accepted_at, log_id`;

/** Rows by the entries that wrote them. */
const ROWS_OF = `
select log_id, accepted_at, content ->> 'table' as table, (content -> 'row') - 'schema' as row from log_entry
where log_id = any($1::uuid[]) and content ? 'table' order by accepted_at, log_id`;

const ENTRY = `
select accepted_at, kind, type, attributes, key_id, grant_version, schema_hash from log_entry where log_id = $1`;

type TableRow = { log_id: string; accepted_at: Date } & RegistryRow;

interface EntryRow {
  accepted_at: Date;
  kind: string;
  type: string | null;
  attributes: SignedAttributes | null;
  key_id: string | null;
  grant_version: string | null;
  schema_hash: string | null;
}

/** A row that held, and the entry of the log that proves it. */
export interface HeldView {
  readonly table: string;
  readonly key: string;
  readonly logId: string;
  readonly since: string;
  readonly row: object;
}

/** By what a message was judged: the rows that its entry names, and the parties as they stood. */
export interface JudgedBy {
  readonly logId: string;
  readonly acceptedAt: string;
  readonly kind: string;
  readonly type?: string;
  readonly keyId?: string;
  readonly schemaHash?: string;
  readonly rows: readonly HeldView[];
}

/** What the registry said at any instant: the entries of the log that wrote its rows, folded up to then. */
@Injectable()
export class RegistryHistory {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async at(instant: Date, wanted: RegistryAtRequest): Promise<Page<HeldView>> {
    const { member, table, limit, cursor } = wanted;
    const [after = ''] = cursor === undefined ? [] : placeOf(cursor, 1);
    const rows = [...(await this.until(instant))]
      .filter(([place, row]) => place > after && held(row, instant))
      .filter(([, row]) => (table === undefined || row.table === table) && (!member || membersOf(row).includes(member)))
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return pageOf(rows.slice(0, limit + 1), limit, { view: ([, row]) => viewOf(row), place: ([place]) => [place] });
  }

  /** @throws integration-bus.ENTRY_UNKNOWN */
  async ofMessage(logId: string): Promise<JudgedBy> {
    const [entry] = await this.unitOfWork.query<EntryRow>(ENTRY, [logId]);
    if (!entry?.attributes) throw registryErrors.ENTRY_UNKNOWN({ logId });
    const { accepted_at: at, key_id: keyId, schema_hash: schemaHash, attributes } = entry;
    const rows = [...(await this.until(at)).values()];
    // what the instance that judged it knew: a row may have changed a moment before, and it had not heard of that yet
    const grants = heldRows(
      await this.unitOfWork.query<TableRow>(ROWS_OF, [(entry.grant_version ?? '').split(',').filter(Boolean)]),
    );
    const parties = new Set([
      memberOfSource(attributes.source),
      ...recipientsOf(attributes.recipients).map((r) => r.member),
    ]);
    const used = rows.filter((row) => {
      if (row.table === 'member') return parties.has(row.key);
      if (row.table === 'member_key') return row.key === keyId;
      return row.table === 'message_schema' && row.key === attributes.dataschema;
    });
    return {
      ...{ logId, acceptedAt: instantText(at), kind: entry.kind, type: attributes.type },
      ...(keyId === null ? {} : { keyId }),
      ...(schemaHash === null ? {} : { schemaHash }),
      rows: [...used, ...grants].map(viewOf),
    };
  }

  private async until(instant: Date): Promise<ReadonlyMap<string, HeldRow>> {
    const rows = await this.unitOfWork.query<TableRow>(ROWS, [instant]);
    return latest(heldRows(rows));
  }
}

function heldRows(rows: readonly TableRow[]): HeldRow[] {
  return rows.map(({ log_id: logId, accepted_at: since, table, row }) => ({
    ...{ table, row, logId, since },
    key: registryKey({ table, row }),
  }));
}

function viewOf({ table, key, logId, since, row }: HeldRow): HeldView {
  return { table, key, logId, since: instantText(since), row };
}
