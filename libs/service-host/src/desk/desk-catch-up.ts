import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database, type Transaction, UnitOfWork } from '@lienthong/persistence';
import { BackgroundParts, type ProbeResult } from '../health/background-parts';
import { SERVICE_DEFINITION } from '../host/tokens';
import type { ServiceDefinition } from '../service-definition';
import type { Tracked } from './desk.definition';
import { standingOf } from './desk-standing';
import { writeOlder } from './desk-tables';

const AT_ONCE = 200;
const BEFORE = 'before the desks';
const DONE = 'select 1 from desk_caught_up where kind = $1';
const MARK = 'insert into desk_caught_up (kind, at) values ($1, $2) on conflict do nothing';

/** Once for each kind of row: brings what stood in the tables before the desks did to the work list and the search. */
@Injectable()
export class DeskCatchUp {
  private isDone = false;

  constructor(
    @Inject(SERVICE_DEFINITION) private readonly definition: ServiceDefinition,
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    parts: BackgroundParts,
  ) {
    if (!definition.desk) return;
    parts.add({ name: 'desk', start: () => this.run(), stop: async () => undefined, health: () => this.health() });
  }

  private health(): ProbeResult {
    return this.isDone ? { ready: true } : { ready: false, waitingFor: 'work of before is put on the work list' };
  }

  private async run(): Promise<void> {
    for (const track of this.definition.desk?.tracks ?? []) await this.bring(track);
    this.isDone = true;
  }

  private async bring(track: Tracked): Promise<void> {
    if ((await this.database.query(DONE, [track.kind])).length > 0) return;
    const { tableName, primaryColumns } = this.database.dataSource.getMetadata(track.row);
    const key = `"${primaryColumns[0]?.databaseName}"`;
    const some = `select ${key}::text as key from "${tableName}" where ${key}::text > $1 order by ${key}::text limit $2`;
    for (let after: string | undefined = ''; after !== undefined;) {
      const from: string = after;
      after = await this.unitOfWork.inTransaction(async (transaction) => {
        const { rows } = await transaction.client.query<{ key: string }>(some, [from, AT_ONCE]);
        await this.write(
          transaction,
          track,
          rows.map((row) => row.key),
        );
        return rows.length < AT_ONCE ? undefined : rows.at(-1)?.key;
      });
    }
    await this.database.query(MARK, [track.kind, this.clock.now()]);
  }

  private async write(transaction: Transaction, track: Tracked, keys: readonly string[]): Promise<void> {
    await transaction.load(track.row, keys);
    const at = this.clock.now();
    const standings = keys.flatMap((key) => {
      const row = transaction.get(track.row, key);
      return row ? [standingOf(track, row)] : [];
    });
    const waiting = track.waits === undefined ? [] : standings;
    const entries = waiting.map((standing) => ({ standing, line: { at, by: BEFORE } }));
    await writeOlder(
      transaction.client,
      entries,
      standings.filter(({ terms }) => terms.length > 0),
    );
  }
}
