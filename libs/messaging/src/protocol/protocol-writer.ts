import {
  acknowledgedLeaf,
  AcknowledgementV1,
  type Address,
  canonicalBytes,
  contentHash,
  leafOf,
  type MessageDefinition,
  messageOf,
  newSalt,
  recipientsText,
  type SignedAttributes,
  type Signer,
  signLeaves,
  streamOf,
  toHeaders,
} from '@lienthong/envelope';
import { type Clock, instantText, newId } from '@lienthong/kernel';
import type { Message, TopicMessages } from 'kafkajs';

export interface ProtocolWriterOptions {
  readonly clock: Clock;
  readonly signer: () => Signer;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly topic: string;
}

interface Draft {
  readonly attributes: SignedAttributes;
  readonly contentsalt: string;
  readonly value: Buffer;
}

/** Makes protocol messages: signed like all others, key `member:<code>`, without a number in a stream. */
export class ProtocolWriter {
  constructor(private readonly options: ProtocolWriterOptions) {}

  /** Messages that leave together, signed as one batch. */
  records<B>(definition: MessageDefinition<B>, bodies: readonly B[]): TopicMessages {
    const drafts = bodies.map((body) => this.draft(definition, body));
    const { signature, paths } = signLeaves(
      this.options.signer(),
      drafts.map((draft) => leafOf(draft.attributes)),
    );
    const messages = drafts.map((draft, i) => this.record(draft, signature, paths[i] as string));
    return { topic: this.options.topic, messages };
  }

  /** One acknowledgement; the signed tree holds the message and each of its items, so that an item is proven alone. */
  acknowledgement(body: AcknowledgementV1): TopicMessages {
    const draft = this.draft(messageOf(AcknowledgementV1), body);
    const leaves = [leafOf(draft.attributes), ...body.items.map(acknowledgedLeaf)];
    const { signature, paths } = signLeaves(this.options.signer(), leaves, 'lienthong-acknowledgement');
    return { topic: this.options.topic, messages: [this.record(draft, signature, paths[0] as string)] };
  }

  private record({ attributes, contentsalt, value }: Draft, signature: string, signaturepath: string): Message {
    const headers = toHeaders({ attributes, contentsalt, signature, signaturepath, bus: {}, value });
    return { key: Buffer.from(streamOf.member(this.options.from.member)), value, headers };
  }

  private draft<B>(definition: MessageDefinition<B>, body: B): Draft {
    const { clock, from, to } = this.options;
    const value = canonicalBytes(body);
    const salt = newSalt();
    const attributes: SignedAttributes = {
      id: newId(clock),
      type: definition.type,
      source: `/members/${from.member}`,
      time: instantText(clock.now()),
      dataschema: definition.dataschema,
      partitionkey: streamOf.member(from.member),
      senderoffice: from.office,
      recipients: recipientsText([...to]),
      epoch: '0',
      sequence: '0',
      contenthash: contentHash(salt, value),
    };
    return { attributes, contentsalt: salt.toString('base64url'), value };
  }
}
