import type { PoolClient } from 'pg';
import type { DataSource, EntityMetadata } from 'typeorm';
import { deepFrozen } from './deep-frozen';
import type { EntityClass } from './transaction';

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
  readonly json: boolean;
}

/** Statements of one aggregate table, generated from its TypeORM entity: one query to load, one to write many rows. */
export class EntityTable {
  readonly name: string;
  readonly key: Column;
  /** Whether a row can collide with another by more than its key. */
  readonly hasUniqueValues: boolean;
  private readonly columns: readonly Column[];
  private readonly prototype: object;
  private readonly selectSql: string;
  private readonly writeSql: string;

  constructor(metadata: EntityMetadata, dataSource: DataSource) {
    if (metadata.primaryColumns.length !== 1) throw new Error(`${metadata.name} needs exactly one primary column`);
    this.columns = metadata.columns.map((column) => {
      const type = dataSource.driver.normalizeType(column);
      return { property: column.propertyName, name: `"${column.databaseName}"`, type, json: type === 'jsonb' };
    });
    this.key = this.columns.find((c) => c.property === metadata.primaryColumns[0]?.propertyName) as Column;
    this.name = metadata.tableName;
    this.hasUniqueValues = metadata.uniques.length > 0 || metadata.indices.some(({ isUnique }) => isUnique);
    this.prototype = (metadata.target as EntityClass).prototype as object;
    this.selectSql = this.makeSelect();
    this.writeSql = this.makeWrite();
  }

  keyOf(row: object): string {
    return String((row as Record<string, unknown>)[this.key.property]);
  }

  /** Rows by key, in key order (one lock order everywhere). */
  async load(client: PoolClient, keys: readonly string[], lock: boolean): Promise<object[]> {
    const sql = lock ? `${this.selectSql} for update` : this.selectSql;
    const { rows } = await client.query<Record<string, unknown>>(sql, [keys]);
    return rows.map((row) => {
      for (const property of Object.keys(row)) if (row[property] === null) delete row[property];
      return deepFrozen(Object.assign(Object.create(this.prototype) as object, row));
    });
  }

  /** Inserts the new rows and updates the known ones in one statement; never overwrites a row it has not seen. */
  async write(client: PoolClient, rows: readonly { readonly row: object; readonly isNew: boolean }[]): Promise<void> {
    const values: unknown[] = this.columns.map((column) => rows.map(({ row }) => valueFor(column, row)));
    await client.query(this.writeSql, [...values, rows.map((r) => r.isNew)]);
  }

  private makeSelect(): string {
    const list = this.columns.map((c) => `${c.name} as "${c.property}"`).join(', ');
    return `select ${list} from "${this.name}" where ${this.key.name} = any($1::${this.key.type}[]) order by ${this.key.name}`;
  }

  private makeWrite(): string {
    const names = this.columns.map((c) => c.name).join(', ');
    const arrays = this.columns.map((c, i) => `$${i + 1}::${c.type}[]`).join(', ');
    const others = this.columns.filter((c) => c !== this.key);
    const set = others.map((c) => `${c.name} = v.${c.name}`).join(', ');
    const update = `update "${this.name}" t set ${set} from v where t.${this.key.name} = v.${this.key.name} and not v.is_new`;
    return `with v as (select * from unnest(${arrays}, $${this.columns.length + 1}::boolean[]) as v(${names}, is_new)),
      i as (insert into "${this.name}" (${names}) select ${names} from v where is_new order by ${this.key.name})
      ${others.length > 0 ? update : 'select 1'}`;
  }
}

function valueFor(column: Column, row: object): unknown {
  const value = (row as Record<string, unknown>)[column.property];
  if (value === undefined || value === null) return null;
  return column.json ? JSON.stringify(value) : value;
}

/** Tables by entity class, made once. */
export class EntityTables {
  private readonly tables = new Map<EntityClass, EntityTable>();

  constructor(private readonly dataSource: () => DataSource) {}

  of(entity: EntityClass): EntityTable {
    let table = this.tables.get(entity);
    if (!table) {
      const dataSource = this.dataSource();
      table = new EntityTable(dataSource.getMetadata(entity), dataSource);
      this.tables.set(entity, table);
    }
    return table;
  }
}
