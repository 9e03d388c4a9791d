import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import {
  type PrivateKeyJwk,
  publicKeyFromJwk,
  type PublicKeyJwk,
  type Signer,
  signerFromJwk,
} from '@lienthong/envelope';
import { homeFiles } from './home-files';
import { readIfThere } from './key-files';
import { keysErrors } from './keys.errors';
import { WatchedFile } from './watched-file';

/** One public key of an officer in `directory/staff.json`. */
export interface StaffKeyRow {
  readonly kid: string;
  readonly member: string;
  readonly personId: string;
  readonly name: string;
  readonly office: string;
  /** What the officer may sign as, such as `land-leader`. */
  readonly roles: readonly string[];
  readonly jwk: PublicKeyJwk;
  readonly validFrom: string;
  readonly validTo?: string;
  /** When a change to this key was announced to the other agencies; left out for an officer's first key. */
  readonly announcedAt?: string;
}

/** A key with which an officer signs documents, apart from the agency's messages. */
export interface StaffKey extends Omit<StaffKeyRow, 'jwk'> {
  readonly key: KeyObject;
}

/** Officers who sign documents themselves: public keys of all agencies, private keys of the officers served here. */
export class StaffDirectory {
  private readonly file: WatchedFile<ReadonlyMap<string, StaffKey>>;
  private readonly signers = new Map<string, Signer>();

  constructor(private readonly home: string) {
    this.file = new WatchedFile(join(home, homeFiles.staffDirectory), (text) => {
      const { keys } = JSON.parse(text) as { keys: readonly (Omit<StaffKeyRow, 'roles'> & Partial<StaffKeyRow>)[] };
      return new Map(
        keys.map(({ jwk, roles = [], ...row }) => [
          `${row.member}|${row.kid}`,
          { ...row, roles, key: publicKeyFromJwk(jwk) },
        ]),
      );
    });
  }

  /** The officer of a member who owns a key id. */
  find(member: string, kid: string): StaffKey | undefined {
    const key = `${member}|${kid}`;
    const known = this.file.current()?.get(key);
    if (known) return known;
    this.file.refresh();
    return this.file.current()?.get(key);
  }

  /** The signing key of an officer of this agency. @throws keys.STAFF_KEY_MISSING */
  officerSigner(member: string, personId: string): Signer {
    const path = join(this.home, homeFiles.staffKey(member, personId));
    const known = this.signers.get(path);
    if (known) return known;
    const text = readIfThere(path);
    if (!text) throw keysErrors.STAFF_KEY_MISSING({ person: personId });
    const signer = signerFromJwk(JSON.parse(text) as PrivateKeyJwk);
    this.signers.set(path, signer);
    return signer;
  }

  /** The name under which an officer signs; nothing for whoever has no key. */
  nameOf(member: string, personId: string): string | undefined {
    return this.personOf(member, personId)?.name;
  }

  /** One key of an officer, with office and roles; nothing for whoever has no key. */
  personOf(member: string, personId: string): StaffKey | undefined {
    const rows = [...(this.file.current()?.values() ?? [])];
    return rows.find((row) => row.member === member && row.personId === personId);
  }
}

/** The private key with which a member signs its messages. @throws keys.PRIVATE_KEY_MISSING */
export function memberSigner(home: string, member: string): Signer {
  const file = join(home, homeFiles.memberKey(member));
  const text = readIfThere(file);
  if (!text) throw keysErrors.PRIVATE_KEY_MISSING({ file });
  return signerFromJwk(JSON.parse(text) as PrivateKeyJwk);
}
