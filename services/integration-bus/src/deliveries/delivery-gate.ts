import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { BusSigner } from '../bus-signer';
import { logParameters } from '../log/append-log';
import type { LogEntry } from '../log/log-entry';
import { CurrentRegistry } from '../members/current-registry';
import type { Delivery } from './delivery';
import { type DueDelivery, reasonText, type VoidCause, voidCauses } from './void.rules';
import { LOCK_DUE, WRITE_VOIDS } from './void.sql';
import { type ReplacedDelivery, signVoids, type VoidMessage } from './void-message';

/** A claimed delivery: its payload may be gone. */
export type ClaimedDelivery = Omit<Delivery, 'value' | 'salt'> &
  Partial<Pick<Delivery, 'value' | 'salt'>> &
  DueDelivery;

type DueRow = readonly [ClaimedDelivery, VoidCause];

interface Replacement {
  readonly old: ClaimedDelivery;
  readonly voided: Delivery;
  readonly entry: LogEntry;
}

/**
 * Decides right before production what goes out, what is held, and what gives its number to a void. Only who gives a delivery
 * out makes its void, since it alone knows what is on its way: the leader of the relay, or who holds the lock of a member that
 * takes its messages by HTTP; while there is nothing to be voided it costs no statement.
 */
@Injectable()
export class DeliveryGate {
  constructor(
    private readonly registry: CurrentRegistry,
    private readonly signer: BusSigner,
    private readonly clock: Clock,
  ) {}

  /** Members whose topics deliveries go to; the registry is read again where no message comes in that would have it read. */
  async members(): Promise<readonly string[]> {
    await this.registry.refreshWhenOld();
    return this.registry.kafkaMembers;
  }

  isReached(recipient: string): boolean {
    return this.registry.isReached(recipient);
  }

  /** Whether deliveries that were handed over in memory may go out as they are. */
  areCurrent(rows: readonly Delivery[]): boolean {
    const causeOf = voidCauses(this.registry.now, this.clock.now());
    return rows.every((row) => this.registry.isReached(row.recipient) && causeOf(row) === undefined);
  }

  /** The rows to produce: those that are due as they are, voids in the place of the others. */
  settle(client: ClientBase, rows: readonly ClaimedDelivery[]): Promise<Delivery[]> {
    return this.settleBy(rows, (due) => this.replace(client, due));
  }

  /** As `settle`, in a transaction of the caller, who alone gives these deliveries out. */
  settleWithin(client: ClientBase, rows: readonly ClaimedDelivery[]): Promise<Delivery[]> {
    return this.settleBy(rows, (due) => this.replaceWithin(client, due));
  }

  private async settleBy(
    rows: readonly ClaimedDelivery[],
    replace: (due: readonly DueRow[]) => Promise<Map<ClaimedDelivery, Delivery>>,
  ): Promise<Delivery[]> {
    let due = this.dueOf(rows);
    // The grant may be newer than what is in memory; a void is for good, so the registry is read again first.
    if (due.some(([, cause]) => cause === 'grant-lapsed')) {
      await this.registry.load();
      due = this.dueOf(rows);
    }
    const replaced = due.length > 0 ? await replace(due) : new Map<ClaimedDelivery, Delivery>();
    const dueRows = new Set(due.map(([row]) => row));
    // What was answered in the meantime is neither voided nor produced.
    return rows.flatMap((row) => (dueRows.has(row) ? (replaced.get(row) ?? []) : [row as Delivery]));
  }

  private dueOf(rows: readonly ClaimedDelivery[]): DueRow[] {
    const causeOf = voidCauses(this.registry.now, this.clock.now());
    return rows.flatMap((row): DueRow[] => {
      const cause = causeOf(row);
      return cause ? [[row, cause]] : [];
    });
  }

  private async replace(client: ClientBase, due: readonly DueRow[]): Promise<Map<ClaimedDelivery, Delivery>> {
    // a void is an entry of the log: unlike the relay's marks it must outlive the database's crash
    await client.query('begin; set local synchronous_commit to on');
    try {
      const replaced = await this.replaceWithin(client, due);
      await client.query('commit');
      return replaced;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  private async replaceWithin(client: ClientBase, due: readonly DueRow[]): Promise<Map<ClaimedDelivery, Delivery>> {
    const { rows: waiting } = await client.query<{ log_id: string; recipient: string }>(LOCK_DUE, [
      due.map(([row]) => row.recipient),
      due.map(([row]) => row.logId),
      due.map(([row]) => row.isProducedBefore ?? false),
    ]);
    const locked = new Set(waiting.map((row) => `${row.recipient}|${row.log_id}`));
    const still = due.filter(([row]) => locked.has(`${row.recipient}|${row.logId}`));
    const replacements = this.replacementsOf(still);
    if (replacements.length > 0) await client.query(WRITE_VOIDS, parametersOf(replacements));
    return new Map(replacements.map(({ old, voided }) => [old, voided]));
  }

  private replacementsOf(due: readonly DueRow[]): Replacement[] {
    if (due.length === 0) return [];
    const at = this.clock.now();
    const wanted = due.map(([row, cause]): ReplacedDelivery => ({ ...row, reason: reasonText(cause, row) }));
    const signer = this.signer.current;
    const messages = signVoids(wanted, { signer, clock: this.clock });
    return due.map(([old], i) => {
      const message = messages[i] as VoidMessage;
      const logId = newId(this.clock);
      const entry = entryOf(message, { logId, at, kid: signer.kid, delivery: wanted[i] as ReplacedDelivery, old });
      return { old, entry, voided: deliveryOf(message, { logId, at, old }) };
    });
  }
}

function entryOf(
  { attributes, signature, signaturepath }: VoidMessage,
  {
    logId,
    at,
    kid,
    delivery,
    old,
  }: {
    readonly logId: string;
    readonly at: Date;
    readonly kid: string;
    readonly delivery: ReplacedDelivery;
    readonly old: ClaimedDelivery;
  },
): LogEntry {
  return {
    ...{ logId, kind: 'void', acceptedAt: at, attributes, signature, signaturePath: signaturepath },
    verdict: { outcome: 'accepted' },
    keyId: kid,
    content: { recipient: old.recipient, replacedLogId: old.logId, reason: delivery.reason },
  };
}

function deliveryOf(
  { attributes, contentsalt, signature, signaturepath, value }: VoidMessage,
  { logId, at, old }: { readonly logId: string; readonly at: Date; readonly old: ClaimedDelivery },
): Delivery {
  const { recipient, office, stream, epoch, sequence } = old;
  return {
    ...{ recipient, office, stream, epoch, sequence, logId, acceptedAt: at },
    ...{ attributes, signature, signaturePath: signaturepath, salt: contentsalt, value },
  };
}

function parametersOf(replacements: readonly Replacement[]): unknown[] {
  return [
    ...logParameters(replacements.map(({ entry }) => entry)),
    replacements.map(({ voided }) => voided.logId),
    replacements.map(({ voided }) => voided.value),
    replacements.map(({ voided }) => voided.salt),
    replacements.map(({ old }) => old.recipient),
    replacements.map(({ old }) => old.stream),
    replacements.map(({ old }) => old.epoch),
    replacements.map(({ old }) => old.sequence),
  ];
}
