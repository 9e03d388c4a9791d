import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { together } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { CurrentRegistry } from '../members/current-registry';
import { noteRestored } from '../replay/restored-search';
import type { BatchPlan } from './batch-plan';

const KEEP_DEADLINES = `
insert into message_deadline (log_id, look_at) select * from unnest($1::uuid[], $2::timestamptz[])`;

/** What some batches write beside their deliveries; most need none of it, and then it costs nothing. */
@Injectable()
export class BesideDeliveries {
  constructor(
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
  ) {}

  /**
   * The deadlines of messages that have one; members without Kafka are told that there is something for them; and whose
   * database went back is noted: what it had answered is looked for later, aside from the exchange.
   */
  async write(client: ClientBase, { deliveries, acknowledged, wanted, restored }: BatchPlan): Promise<void> {
    const changed = [...deliveries, ...acknowledged, ...wanted].map(({ recipient }) => recipient);
    const held = changed.filter((member) => this.registry.now.member(member)?.transport !== 'kafka');
    const deadlines = new Map(
      deliveries.flatMap(({ logId, attributes: { expirytime } }) => (expirytime ? [[logId, expirytime] as const] : [])),
    );
    if (held.length + deadlines.size + restored.length === 0) return;
    await together([
      announceHeld(client, held),
      noteRestored(client, restored, this.clock.now()),
      ...(deadlines.size === 0 ? [] : [client.query(KEEP_DEADLINES, [[...deadlines.keys()], [...deadlines.values()]])]),
    ]);
  }
}
