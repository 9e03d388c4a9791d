import { InstantText, Personal, Text } from '@lienthong/envelope';
import { ED25519_SIGNATURE } from '../patterns';

/** The leader's own signature (chữ ký số) over the canonical bytes of the slip without this field. */
export class SlipSignature {
  @Text({ max: 64 })
  readonly signerId: string;

  @Personal()
  @Text({ max: 120 })
  readonly signerName: string;

  /** Id of the officer's key in the staff list of the agency. */
  @Text({ max: 100 })
  readonly kid: string;

  @InstantText()
  readonly signedAt: string;

  /** Ed25519, base64url. */
  @Text({ max: 86, pattern: ED25519_SIGNATURE })
  readonly value: string;
}
