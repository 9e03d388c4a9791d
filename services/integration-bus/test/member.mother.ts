import {
  type AcknowledgedMessage,
  AcknowledgementV1,
  type Address,
  BookPageV1,
  canonicalBytes,
  contentHash,
  type Envelope,
  leafOf,
  messageOf,
  newSalt,
  recipientsText,
  ResendWantedV1,
  RestoredV1,
  type SignedAttributes,
  type Signer,
  signLeaves,
  streamOf,
  toHeaders,
  type WantedRange,
} from '@lienthong/envelope';
import { type Clock, instantText, newId } from '@lienthong/kernel';
import type { WireRecord } from '@lienthong/messaging';
import { specNotice } from './notice.mother';

export interface NoticeWish {
  readonly dossierCode: string;
  readonly sequence: number;
  readonly body?: object;
  /** The bytes of the value, whatever they are. */
  readonly value?: Buffer;
  readonly to?: readonly Address[];
  readonly attributes?: Partial<SignedAttributes>;
}

const LAND: Address = { member: 'land-registry', office: 'bien-hoa' };
export const dossier = (number: number): string => `H19.91.01-260803-${String(number).padStart(4, '0')}`;

/** A member that writes to its topic as its relay would. */
export class SpecMember {
  private offset = 0;

  constructor(
    readonly code: string,
    private readonly signer: Signer,
    private readonly clock: Clock,
    private readonly topic: string,
  ) {}

  /** Records signed as one batch. */
  notices(wishes: readonly NoticeWish[], signer: Signer = this.signer): WireRecord[] {
    return this.records(
      wishes.map((wish) => this.draft(wish)),
      signer,
    );
  }

  acknowledgement(items: readonly AcknowledgedMessage[], changes: Partial<SignedAttributes> = {}): WireRecord[] {
    const draft = this.protocolDraft(messageOf(AcknowledgementV1), { items }, changes);
    return this.records([draft], this.signer, 'lienthong-acknowledgement');
  }

  /** Asks the bus for deliveries that this member says it misses. */
  resendWanted(items: readonly WantedRange[]): WireRecord[] {
    return this.records([this.protocolDraft(messageOf(ResendWantedV1), { items })], this.signer);
  }

  /** Says that the database of this member went back. */
  restored(backTo: Date, changes: Partial<SignedAttributes> = {}): WireRecord[] {
    const draft = this.protocolDraft(messageOf(RestoredV1), { since: instantText(backTo) }, changes);
    return this.records([draft], this.signer);
  }

  /** A page of this member's book. */
  bookPage(page: BookPageV1, changes: Partial<SignedAttributes> = {}): WireRecord[] {
    return this.records([this.protocolDraft(messageOf(BookPageV1), page, changes)], this.signer);
  }

  private protocolDraft(
    { type, dataschema }: { type: string; dataschema: string },
    body: object,
    changes: Partial<SignedAttributes> = {},
  ): Draft {
    const partitionkey = streamOf.member(this.code);
    const attributes = { type, dataschema, partitionkey, senderoffice: 'system', epoch: '0', ...changes };
    const to = [{ member: 'integration-bus', office: 'centre' }];
    const draft = this.draft({ dossierCode: dossier(1), sequence: 0, body, to, attributes });
    const { subject: _none, ...signed } = draft.attributes;
    return { ...draft, attributes: signed };
  }

  private draft({ dossierCode, sequence, body, value: bytes, to = [LAND], attributes }: NoticeWish): Draft {
    const value = bytes ?? canonicalBytes(body ?? { dossierCode, text: `notice ${sequence}` });
    const salt = newSalt();
    const signed: SignedAttributes = {
      id: newId(this.clock),
      type: specNotice.type,
      source: `/members/${this.code}`,
      subject: dossierCode,
      time: instantText(this.clock.now()),
      dataschema: specNotice.dataschema,
      partitionkey: streamOf.dossier(dossierCode),
      senderoffice: 'bien-hoa',
      recipients: recipientsText([...to]),
      epoch: '1',
      sequence: String(sequence),
      contenthash: contentHash(salt, value),
      ...attributes,
    };
    return { attributes: signed, contentsalt: salt.toString('base64url'), value };
  }

  private records(drafts: readonly Draft[], signer: Signer, typ?: 'lienthong-acknowledgement'): WireRecord[] {
    const { signature, paths } = signLeaves(
      signer,
      drafts.map((draft) => leafOf(draft.attributes)),
      typ,
    );
    return drafts.map((draft, i) => ({
      topic: this.topic,
      partition: 0,
      offset: String((this.offset += 1)),
      key: draft.attributes.partitionkey,
      value: draft.value,
      headers: toHeaders({ ...draft, signature, signaturepath: paths[i] ?? '', bus: {} }),
    }));
  }
}

type Draft = Pick<Envelope, 'attributes' | 'contentsalt' | 'value'>;
