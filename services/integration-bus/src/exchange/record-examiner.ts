import { Injectable } from '@nestjs/common';
import {
  AcknowledgementV1,
  contentHash,
  type Envelope,
  fromHeaders,
  isProtocolType,
  leafOf,
  memberOfSource,
  parseCanonical,
  PROTOCOL_TYPES,
  ResendWantedV1,
  type SignedAttributes,
  SignatureVerifier,
  validateBody,
} from '@lienthong/envelope';
import { type AppError, Clock, isAppError } from '@lienthong/kernel';
import { topicNames, type WireRecord } from '@lienthong/messaging';
import { IntegrationBusConfig } from '../integration-bus.config';
import { busErrors } from '../integration-bus.errors';
import { httpTopicOf } from '../http-members/http-topic';
import { CurrentRegistry } from '../members/current-registry';
import { admit, admitId } from './admission.rules';
import { businessFault, extensionFault, protocolFault } from './form.rules';
import type { Examined, RecordPlace, Submission } from './submission';

/** Checks one record by itself, before any transaction: form, sender, signature, content, rights, schema. */
@Injectable()
export class RecordExaminer {
  private readonly verifier: SignatureVerifier;
  private readonly topics: ReturnType<typeof topicNames>;

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {
    this.verifier = new SignatureVerifier(registry);
    this.topics = topicNames(config.topicPrefix);
  }

  examine(record: WireRecord): Examined {
    const place = { topic: record.topic, partition: record.partition, offset: record.offset };
    let envelope: Envelope | undefined;
    try {
      envelope = fromHeaders(record.headers, record.value);
      return this.examineEnvelope(place, envelope, record);
    } catch (error) {
      if (!isAppError(error)) throw error;
      return { place, fault: error, ...(envelope ? { envelope } : {}) };
    }
  }

  /** Throws what makes the record unverifiable; a fault of a verified message is its admission. */
  private examineEnvelope(place: RecordPlace, envelope: Envelope, { key, headers }: WireRecord): Examined {
    const { attributes } = envelope;
    const sender = memberOfSource(attributes.source);
    if (!this.registry.now.member(sender)) throw busErrors.SENDER_UNKNOWN({ sender });
    if (place.topic !== this.topics.out(sender) && place.topic !== httpTopicOf(sender))
      throw busErrors.WRONG_TOPIC({ sender, topic: place.topic });
    if (key !== attributes.partitionkey) throw busErrors.KEY_MISMATCH();
    const leaf = leafOf(attributes);
    const typ = attributes.type === PROTOCOL_TYPES.acknowledgement ? 'lienthong-acknowledgement' : 'lienthong-batch';
    const expected = { member: sender, at: this.clock.now(), typ } as const;
    const { kid } = this.verifier.verify(leaf, envelope.signature, envelope.signaturepath, expected);
    if (contentHash(Buffer.from(envelope.contentsalt, 'base64url'), envelope.value) !== attributes.contenthash) {
      throw busErrors.CONTENT_CHANGED();
    }
    const verified = {
      place,
      envelope,
      sender,
      leaf,
      kid,
      epoch: Number(attributes.epoch),
      sequence: Number(attributes.sequence),
    };
    const isProtocol = isProtocolType(attributes.type);
    const now = this.clock.now();
    const timely = admitId(attributes.id, now, this.config.duplicateWindowDays);
    if (!timely.admitted) return { ...verified, isProtocol, admission: timely };
    try {
      return { ...verified, isProtocol, ...this.judged(verified, headers) };
    } catch (error) {
      return { ...verified, isProtocol, admission: { admitted: false, fault: asFault(error) } };
    }
  }

  /** What a verified message says; throws what is wrong with it. */
  private judged(
    { envelope: { attributes, value }, sender }: Pick<Submission, 'envelope' | 'sender'>,
    headers: WireRecord['headers'],
  ): Pick<Submission, 'admission' | 'items' | 'wanted'> {
    refuse(extensionFault(headers));
    if (isProtocolType(attributes.type)) {
      return { admission: { admitted: true }, ...protocolOf(attributes, sender, () => parseCanonical(value)) };
    }
    const now = this.clock.now();
    refuse(businessFault(attributes, { now, skewMinutes: this.config.clockSkewMinutes }));
    return { admission: admit(this.registry.now, { attributes, sender, body: parseCanonical(value), now }) };
  }
}

/** What a member may tell or ask the bus beside its messages. */
function protocolOf(
  attributes: SignedAttributes,
  sender: string,
  read: () => unknown,
): Pick<Submission, 'items' | 'wanted'> {
  const { type } = attributes;
  if (type !== PROTOCOL_TYPES.acknowledgement && type !== PROTOCOL_TYPES.resendWanted) {
    throw busErrors.PROTOCOL_UNEXPECTED({ type });
  }
  refuse(protocolFault(attributes, sender));
  return type === PROTOCOL_TYPES.acknowledgement
    ? { items: validateBody(AcknowledgementV1, read(), 'tolerant').items }
    : { wanted: validateBody(ResendWantedV1, read(), 'tolerant').items };
}

function refuse(fault: AppError | undefined): void {
  if (fault) throw fault;
}

function asFault(error: unknown): AppError {
  if (isAppError(error)) return error;
  throw error;
}
