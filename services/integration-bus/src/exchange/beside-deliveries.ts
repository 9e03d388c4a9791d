import { Injectable } from '@nestjs/common';
import { together } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { CurrentRegistry } from '../members/current-registry';
import type { BatchPlan } from './batch-plan';

const KEEP_DEADLINES = `
insert into message_deadline (log_id, look_at) select * from unnest($1::uuid[], $2::timestamptz[])`;

/** What some batches write beside their deliveries; most need none of it, and then it costs nothing. */
@Injectable()
export class BesideDeliveries {
  constructor(private readonly registry: CurrentRegistry) {}

  /** The deadlines of messages that have one; and members without Kafka are told that there is something for them. */
  async write(client: ClientBase, { deliveries, acknowledged, wanted }: BatchPlan): Promise<void> {
    const changed = [...deliveries, ...acknowledged, ...wanted].map(({ recipient }) => recipient);
    const held = changed.filter((member) => this.registry.now.member(member)?.transport !== 'kafka');
    const deadlines = new Map(
      deliveries.flatMap(({ logId, attributes: { expirytime } }) => (expirytime ? [[logId, expirytime] as const] : [])),
    );
    if (held.length === 0 && deadlines.size === 0) return;
    await together([
      announceHeld(client, held),
      ...(deadlines.size === 0 ? [] : [client.query(KEEP_DEADLINES, [[...deadlines.keys()], [...deadlines.values()]])]),
    ]);
  }
}
