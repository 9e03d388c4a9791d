import { addDays, Clock, localDate, newId } from '@lienthong/kernel';
import { eventually, withClient } from '@lienthong/testing';
import type { DifferenceKind } from '../src/reconciliation/difference';
import type { ReconciliationReportView } from '../src/reconciliation/reconciliations.query';
import type { SpecBus } from './bus.mother';
import type { RestorableMember } from './restorable-member.mother';

const OTHER_HASH = 'LXEWQrcmsEQBYnyp-6wy9chTD7GQPMTbAiWHF5IaSIE';
const UNANSWERED = `state = 'produced', outcome = null, acknowledged_at = null, handled_at = null, next_at = now() + interval '1 day'`;

/** Reconciles the day until now, and gives the whole report. */
export async function reconciled(bus: SpecBus): Promise<ReconciliationReportView> {
  const api = await bus.api('bus-operator');
  const day = localDate(bus.running.app.get(Clock).now());
  const { status, body } = await api.post<{ id: string }>('/reconciliations', { day });
  if (status !== 202) throw new Error(JSON.stringify(body));
  return eventually(
    async () => {
      const report = (await api.get<ReconciliationReportView>(`/reconciliations/${day}`)).body;
      if (report.id !== body.id || report.state !== 'done') throw new Error(JSON.stringify(report));
      return report;
    },
    { timeoutMs: 60_000, describe: 'the report' },
  );
}

/** `<kind> <id>` of each difference, sorted. */
export function named({ differences }: ReconciliationReportView): string[] {
  return differences.items.map(({ kind, id }) => `${kind} ${id}`).sort();
}

/** Plants differences in the databases of the bus, of tax that sends and of land that receives. */
export class Divergences {
  readonly planted: string[] = [];

  constructor(
    private readonly bus: SpecBus,
    private readonly tax: RestorableMember,
    private readonly land: RestorableMember,
  ) {}

  /** Of a message, under the number in its stream, as the sender's book has it. */
  async idOf(text: string): Promise<string> {
    const rows = await this.tax.rows<{ id: string; text: string }>(
      `select id, convert_from(payload, 'UTF8')::jsonb ->> 'text' as text from outbox`,
    );
    const found = rows.find((row) => row.text === text);
    if (!found) throw new Error(`tax sent no ${text}`);
    return found.id;
  }

  /** The message as its sender's book has it is changed. */
  async atSender(kind: DifferenceKind, text: string, change: string): Promise<void> {
    const id = await this.note(kind, text);
    await this.tax.rows(`update outbox set ${change} where id = '${id}'`);
  }

  async goneAtSender(kind: DifferenceKind, text: string): Promise<void> {
    const id = await this.note(kind, text);
    await this.tax.rows(`delete from outbox where id = '${id}'`);
  }

  /** A message that the sender's book has and the bus has never seen. */
  async onlyAtSender(kind: DifferenceKind, text: string, state: string): Promise<void> {
    const id = newId(this.bus.running.app.get(Clock));
    this.planted.push(`${kind} ${id}`);
    await this.tax
      .rows(`insert into outbox (id, shard, stream, epoch, seq, type, time, dataschema, sender_office, recipients,
        content_hash, salt, payload, sent_at, attempts, accepted_at, rejected_at)
      select '${id}', shard, stream || '9', epoch, seq, type, time, dataschema, sender_office, recipients, content_hash, salt,
        payload, now(), 9, ${state} from outbox where id = '${await this.idOf(text)}'`);
  }

  /** The delivery is changed at the bus, and the recipient's mark, if that is said. */
  async atBus(
    kind: DifferenceKind,
    text: string,
    { delivery, mark }: { delivery?: string; mark?: string },
  ): Promise<void> {
    const id = await this.note(kind, text);
    if (delivery) await this.delivery(id, `update delivery d set ${delivery}`);
    if (mark) await this.land.rows(`update inbox set ${mark} where id = '${id}'`);
  }

  async atRecipient(kind: DifferenceKind, text: string, change: string): Promise<void> {
    await this.atBus(kind, text, { mark: change });
  }

  async goneAtRecipient(kind: DifferenceKind, text: string, delivery?: string): Promise<void> {
    const id = await this.note(kind, text);
    if (delivery) await this.delivery(id, delivery);
    await this.land.rows(`delete from inbox where id = '${id}'`);
  }

  async onlyAtRecipient(kind: DifferenceKind, text: string): Promise<void> {
    const id = newId(this.bus.running.app.get(Clock));
    this.planted.push(`${kind} ${id}`);
    await this.land.rows(`insert into inbox (sender, id, stream, seq, hash, outcome, handled_at)
      select sender, '${id}', stream, seq + 1, hash, outcome, handled_at from inbox where id = '${await this.idOf(text)}'`);
  }

  async note(kind: DifferenceKind, text: string): Promise<string> {
    const id = await this.idOf(text);
    this.planted.push(`${kind} ${id}`);
    return id;
  }

  /** A statement on the bus's delivery `d` of a message. */
  async delivery(id: string, statement: string): Promise<void> {
    const clause = statement.startsWith('delete') ? 'using' : 'from';
    await withClient(this.bus.database.migratorUrl, (client) =>
      client.query(
        `${statement} ${clause} log_entry e where e.log_id = d.log_id and e.kind = 'accepted' and e.id = '${id}'`,
      ),
    );
  }

  static readonly unanswered = UNANSWERED;
  static readonly otherHash = OTHER_HASH;
}

/** The day before, in Vietnam. */
export function dayBefore(bus: SpecBus): string {
  return addDays(localDate(bus.running.app.get(Clock).now()), -1);
}
