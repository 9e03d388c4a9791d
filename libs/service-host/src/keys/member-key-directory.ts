import { join } from 'node:path';
import { type KeyDirectory, publicKeyFromJwk, type PublicKeyJwk, type PublicKeyRecord } from '@lienthong/envelope';
import { homeFiles } from './home-files';
import { WatchedFile } from './watched-file';

/** One public key of a member in `directory/keys.json`. */
export interface MemberKeyRow {
  readonly kid: string;
  readonly member: string;
  readonly jwk: PublicKeyJwk;
  readonly validFrom: string;
  readonly validTo?: string;
}

/** Public keys of the members; a key that is not known yet is looked for again when the file has changed. */
export class MemberKeyDirectory implements KeyDirectory {
  private readonly file: WatchedFile<ReadonlyMap<string, PublicKeyRecord>>;

  constructor(home: string) {
    this.file = new WatchedFile(join(home, homeFiles.memberDirectory), (text) => {
      const { keys } = JSON.parse(text) as { keys: readonly MemberKeyRow[] };
      return new Map(keys.map(({ jwk, ...row }) => [row.kid, { ...row, key: publicKeyFromJwk(jwk) }]));
    });
  }

  find(kid: string): PublicKeyRecord | undefined {
    const known = this.file.current()?.get(kid);
    if (known) return known;
    this.file.refresh();
    return this.file.current()?.get(kid);
  }
}
