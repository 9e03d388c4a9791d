import { Injectable } from '@nestjs/common';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { httpErrors, type Page, pageOf, placeOf } from '@lienthong/service-host';
import type { ListParkedRequest } from './list-parked.request';
import { PARKED_DELIVERIES } from './parked-deliveries.sql';

/** A delivery that its recipient parked, as its acknowledgements tell. No payload. */
export interface ParkedDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly sender: string;
  readonly id: string;
  readonly logId: string;
  readonly type: string;
  readonly dossierCode?: string;
  readonly stream: string;
  readonly deliveryEpoch: number;
  readonly deliverySequence: number;
  readonly cause?: string;
  /** How often the bus sent it. */
  readonly attempts: number;
  /** Salted hash of the content, and the schema revision. */
  readonly hash: string;
  readonly schema: string;
  readonly firstParkedAt: string;
  /** When it was sent last. */
  readonly lastSentAt?: string;
  /** Later deliveries of its stream that the recipient stashed. */
  readonly waitingBehind: number;
}

interface ParkedRow {
  recipient: string;
  office: string;
  stream: string;
  epoch: number;
  seq: string;
  log_id: string;
  cause: string | null;
  attempts: number;
  first_at: Date;
  last_produced_at: Date | null;
  id: string;
  type: string;
  sender: string;
  subject: string | null;
  hash: string;
  dataschema: string;
  waiting_behind: number;
}

@Injectable()
export class ParkedDeliveries {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async page(wanted: ListParkedRequest): Promise<Page<ParkedDelivery>> {
    const { limit, cursor, recipient, type, cause, dossierCode, from, to } = wanted;
    const place = cursor === undefined ? [null, null, null, null] : placeAfter(cursor);
    const filter = [recipient, type, cause, dossierCode, from, to].map((value) => value ?? null);
    const rows = await this.unitOfWork.query<ParkedRow>(PARKED_DELIVERIES, [...place, limit + 1, ...filter]);
    return pageOf(rows, limit, {
      view: viewOf,
      place: (row) => [row.recipient, row.stream, String(row.epoch), row.seq],
    });
  }
}

function placeAfter(cursor: string): readonly string[] {
  const place = placeOf(cursor, 4);
  if (!place.slice(2).every((number) => /^\d{1,15}$/.test(number))) throw httpErrors.CURSOR_INVALID();
  return place;
}

function viewOf(row: ParkedRow): ParkedDelivery {
  const { recipient, office, sender, id, type, stream, attempts, hash } = row;
  return {
    ...{ recipient, office, sender, id, logId: row.log_id, type },
    ...(row.subject === null ? {} : { dossierCode: row.subject }),
    ...{ stream, deliveryEpoch: row.epoch, deliverySequence: Number(row.seq) },
    ...(row.cause === null ? {} : { cause: row.cause }),
    ...{ attempts, hash, schema: row.dataschema, firstParkedAt: instantText(row.first_at) },
    ...(row.last_produced_at ? { lastSentAt: instantText(row.last_produced_at) } : {}),
    waitingBehind: row.waiting_behind,
  };
}
