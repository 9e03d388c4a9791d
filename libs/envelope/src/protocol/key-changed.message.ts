import { HashText, InstantText, ListOf, MemberCode, Optional, Text } from '../fields';
import { Message } from '../message';
import { MAX_ITEMS } from './limits';
import { PROTOCOL, streamStatedBySender } from './protocol-stream';

/** A public key as it stands now; a revoked one ends at its revocation. */
export class ChangedKey {
  @Text({ max: 100 }) readonly kid: string;
  @MemberCode() readonly member: string;
  /** Ed25519, base64url of 32 bytes. */
  @HashText() readonly x: string;
  @InstantText() readonly validFrom: string;
  /** The first instant at which it no longer holds. */
  @Optional() @InstantText() readonly validTo?: string;
}

@Message({
  owner: PROTOCOL,
  name: 'key-changed',
  version: 1,
  summary:
    'A member has a key more, or one less: whoever verifies takes it into its directory; the directory heals what is missed.',
  stream: streamStatedBySender('key-changed'),
  example: {
    items: [
      {
        kid: 'tax-2',
        member: 'tax',
        x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
        validFrom: '2026-08-03T09:00:00.000+07:00',
      },
    ],
  },
})
export class KeyChangedV1 {
  @ListOf(() => ChangedKey, { max: MAX_ITEMS }) readonly items: readonly ChangedKey[];
}
