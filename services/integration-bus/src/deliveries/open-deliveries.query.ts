import { Injectable } from '@nestjs/common';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, type Page, pageOf, placeOf } from '@lienthong/service-host';
import type { AcknowledgedDelivery } from './acknowledgement.rules';
import type { ListDeliveriesRequest } from './list-deliveries.request';
import { OPEN_DELIVERIES } from './open-deliveries.sql';

/** A delivery that has no last word yet. Metadata only. */
export interface OpenDelivery {
  readonly recipient: string;
  readonly logId: string;
  readonly type: string;
  readonly sender: string;
  readonly id: string;
  readonly dossierCode?: string;
  readonly stream: string;
  readonly deliverySequence: number;
  readonly state: 'waiting' | 'produced' | 'acknowledged';
  readonly since: string;
  readonly attempts: number;
  readonly lastProducedAt?: string;
  readonly outcome?: AcknowledgedDelivery['outcome'];
  /** What the recipient said with its outcome. */
  readonly cause?: string;
  readonly voided?: string;
  readonly toBeDiscarded?: string;
  readonly askedAgainAt?: string;
}

interface OpenRow {
  ord: string;
  recipient: string;
  log_id: string;
  type: string;
  sender: string;
  id: string;
  subject: string | null;
  stream: string;
  seq: string;
  state: OpenDelivery['state'];
  since: Date;
  attempts: number;
  last_produced_at: Date | null;
  outcome: NonNullable<OpenDelivery['outcome']> | null;
  cause: string | null;
  voided: string | null;
  discard_reason: string | null;
  asked_again_at: Date | null;
}

/** What waits for one recipient, in the order in which it was accepted. */
@Injectable()
export class OpenDeliveries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of({ recipient, limit, cursor }: ListDeliveriesRequest): Promise<Page<OpenDelivery>> {
    const after = cursor === undefined ? '0' : ordOf(cursor);
    const rows = await this.unitOfWork.query<OpenRow>(OPEN_DELIVERIES, [recipient, after, limit + 1]);
    return pageOf(rows, limit, { view: viewOf, place: ({ ord }) => [ord] });
  }
}

function ordOf(cursor: string): string {
  const [ord = ''] = placeOf(cursor, 1);
  if (!/^\d{1,18}$/.test(ord)) throw httpErrors.CURSOR_INVALID();
  return ord;
}

function viewOf(row: OpenRow): OpenDelivery {
  const { recipient, type, sender, id, stream, state, attempts } = row;
  return {
    ...{ recipient, logId: row.log_id, type, sender, id },
    ...(row.subject === null ? {} : { dossierCode: row.subject }),
    ...{ stream, deliverySequence: Number(row.seq), state, since: instantText(row.since), attempts },
    ...(row.last_produced_at ? { lastProducedAt: instantText(row.last_produced_at) } : {}),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.cause === null ? {} : { cause: row.cause }),
    ...(row.voided === null ? {} : { voided: row.voided }),
    ...(row.discard_reason === null ? {} : { toBeDiscarded: row.discard_reason }),
    ...(row.asked_again_at ? { askedAgainAt: instantText(row.asked_again_at) } : {}),
  };
}
