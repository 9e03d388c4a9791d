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
      ...(row.replay ? { replay: row.replay } : {}),
      ...(isNamed(row) ? {} : { historyfor: `${row.recipient}/${row.office}` }),
    },
    value: row.value,
  });
  return { value: row.value, headers };
}

/** Whether the sender addressed the recipient; one that is given the past was not. */
function isNamed({ recipient, attributes: { recipients } }: Delivery): boolean {
  return `,${recipients}`.includes(`,${recipient}/`);
}
