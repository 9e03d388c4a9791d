import { acknowledgedLeaf, type AcknowledgedMessage, inclusionPaths, pathText } from '@lienthong/envelope';

/** What one item of an acknowledgement says about one delivery. */
export interface AcknowledgedDelivery {
  readonly recipient: string;
  readonly stream: string;
  readonly sequence: number;
  readonly logId: string;
  readonly outcome: AcknowledgedMessage['outcome'];
  readonly handledAt: string;
  readonly cause?: string;
  readonly ackLogId: string;
  /** Leads from the item to the signed root, when the recipient signed its items beside the message. */
  readonly ackPath?: string;
}

export interface AcknowledgementMessage {
  readonly sender: string;
  readonly items: readonly AcknowledgedMessage[];
  readonly leaf: Buffer;
  readonly signaturePath: string;
  readonly logId: string;
}

/** The deliveries that an acknowledgement answers. */
export function acknowledgedDeliveries(message: AcknowledgementMessage): AcknowledgedDelivery[] {
  const paths = itemPaths(message);
  return message.items.map((item, i) => {
    const ackPath = paths[i];
    return {
      recipient: message.sender,
      stream: item.stream,
      sequence: item.deliverySequence,
      logId: item.logId,
      outcome: item.outcome,
      handledAt: item.at,
      ...(item.cause === undefined ? {} : { cause: item.cause }),
      ackLogId: message.logId,
      ...(ackPath === undefined ? {} : { ackPath }),
    };
  });
}

/** After it a recipient says nothing more of its own about a delivery: handled, or set aside for good by its operator. */
export const LAST_WORDS: readonly AcknowledgedMessage['outcome'][] = ['handled', 'discarded'];

/** Of several answers about one delivery the last one counts, but nothing undoes a last word. */
export function lastWords(answers: readonly AcknowledgedDelivery[]): AcknowledgedDelivery[] {
  const last = new Map<string, AcknowledgedDelivery>();
  for (const answer of answers) {
    const key = `${answer.recipient}|${answer.stream}|${answer.sequence}|${answer.logId}`;
    const known = last.get(key);
    if (!known || !LAST_WORDS.includes(known.outcome)) last.set(key, answer);
  }
  return [...last.values()];
}

/** The signed tree is [message, item, item, …] when the message's own path fits that tree; else items have no own proof. */
function itemPaths({ items, leaf, signaturePath }: AcknowledgementMessage): string[] {
  if (signaturePath === '0:') return [];
  const { paths } = inclusionPaths([leaf, ...items.map(acknowledgedLeaf)]);
  const [own, ...ofItems] = paths.map((path, index) => pathText(index, path));
  return own === signaturePath ? ofItems : [];
}
