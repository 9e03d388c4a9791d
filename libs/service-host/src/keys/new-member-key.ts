import { generateKey, isKid, type PublicKeyJwk } from '@lienthong/envelope';
import { join } from 'node:path';
import { homeFiles } from './home-files';
import { readIfThere, writePrivateOnce } from './key-files';
import { keysErrors } from './keys.errors';

export interface NewMemberKey {
  /** The file with the private part, readable by its owner only. */
  readonly file: string;
  readonly publicJwk: PublicKeyJwk;
}

/** Lays one more private key in a member's home; it signs when the bus has told that it holds. @throws keys.KEY_THERE, KID_MALFORMED */
export function newMemberKey(
  home: string,
  { member, kid }: { readonly member: string; readonly kid: string },
): NewMemberKey {
  if (!isKid(kid)) throw keysErrors.KID_MALFORMED({ kid });
  const file = join(home, homeFiles.memberKeys(member), `${kid}.jwk.json`);
  if (readIfThere(file) !== undefined) throw keysErrors.KEY_THERE({ file });
  const { privateJwk, publicJwk } = generateKey(kid);
  writePrivateOnce(file, privateJwk);
  return { file, publicJwk };
}
