import {
  canonicalBytes,
  contentHash,
  type Envelope,
  leafOf,
  memberOfSource,
  messageOf,
  newSalt,
  recipientsText,
  type SignedAttributes,
  type Signer,
  signLeaves,
  VoidV1,
} from '@lienthong/envelope';
import { type Clock, instantText, newId } from '@lienthong/kernel';
import { BUS_ADDRESS } from '../bus-address';

/** The delivery whose number a void takes. */
export interface ReplacedDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  readonly attributes: SignedAttributes;
  readonly reason: string;
}

export type VoidMessage = Pick<Envelope, 'attributes' | 'contentsalt' | 'signature' | 'signaturepath' | 'value'>;

/** Voids that leave together, signed by the bus as one batch; each keeps stream, epoch and number of its delivery. */
export function signVoids(
  replaced: readonly ReplacedDelivery[],
  { signer, clock }: { readonly signer: Signer; readonly clock: Clock },
): VoidMessage[] {
  const drafts = replaced.map((one) => draftOf(one, clock));
  const { signature, paths } = signLeaves(
    signer,
    drafts.map(({ attributes }) => leafOf(attributes)),
  );
  return drafts.map((draft, i) => ({ ...draft, signature, signaturepath: paths[i] as string }));
}

function draftOf(
  { attributes: replaced, ...delivery }: ReplacedDelivery,
  clock: Clock,
): Pick<Envelope, 'attributes' | 'contentsalt' | 'value'> {
  const { type, dataschema } = messageOf(VoidV1);
  const body: VoidV1 = {
    reason: delivery.reason,
    replacedType: replaced.type,
    replacedSender: memberOfSource(replaced.source),
    replacedId: replaced.id,
    replacedHash: leafOf(replaced).toString('base64url'),
  };
  const value = canonicalBytes(body);
  const salt = newSalt();
  const offices = delivery.office.split(',');
  const attributes: SignedAttributes = {
    id: newId(clock),
    type,
    source: `/members/${BUS_ADDRESS.member}`,
    ...(replaced.subject === undefined ? {} : { subject: replaced.subject }),
    time: instantText(clock.now()),
    dataschema,
    partitionkey: delivery.stream,
    senderoffice: BUS_ADDRESS.office,
    recipients: recipientsText(offices.map((office) => ({ member: delivery.recipient, office }))),
    epoch: String(delivery.epoch),
    sequence: String(delivery.sequence),
    causationid: replaced.id,
    contenthash: contentHash(salt, value),
  };
  return { attributes, contentsalt: salt.toString('base64url'), value };
}
