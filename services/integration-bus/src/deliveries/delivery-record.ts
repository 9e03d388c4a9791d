import { toHeaders } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import type { Delivery } from './delivery';

/** A message as it leaves the bus: headers as on Kafka, and the bytes of the value. */
export interface DeliveryRecord {
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

/** The sender's headers, and what the bus adds. */
export function recordOf(row: Delivery): DeliveryRecord {
  const headers = toHeaders({
    attributes: row.attributes,
    contentsalt: row.salt,
    signature: row.signature,
    signaturepath: row.signaturePath,
    ...(row.traceparent ? { traceparent: row.traceparent } : {}),
    bus: {
      acceptedat: instantText(row.acceptedAt),
      logid: row.logId,
      deliveryepoch: String(row.epoch),
      deliverysequence: String(row.sequence),
    },
    value: row.value,
  });
  return { value: row.value, headers };
}
