import { join } from 'node:path';
import { generateKey, type PrivateKeyJwk, type PublicKeyJwk } from '@lienthong/envelope';
import { developmentAgencies } from './development-agencies.data';
import { type DevelopmentPerson, developmentPeople } from './development-people.data';
import { homeFiles } from './home-files';
import { readIfThere, replaceFile, writePrivateOnce } from './key-files';
import type { MemberKeyRow } from './member-key-directory';
import type { StaffKeyRow } from './staff-directory';

/** Development keys are valid for every date that a run may play. */
const VALID_FROM = '2016-01-01T00:00:00+07:00';

/**
 * Makes what is missing in the home folder: Ed25519 keys of members and of the officers who sign, the token issuer's
 * ES256 key, and the public directories. Keys that exist are kept, so it may run at every start and in parallel.
 */
export async function ensureDevelopmentKeys(
  home: string,
  people: readonly DevelopmentPerson[] = developmentPeople,
  codes: readonly string[] = developmentAgencies.map(({ member }) => member),
): Promise<void> {
  const members = codes.map((member) => memberRow(home, member));
  replaceFile(join(home, homeFiles.memberDirectory), { keys: members });
  const staff = people.filter((person) => person.signsDocuments).map((person) => staffRow(home, person));
  replaceFile(join(home, homeFiles.staffDirectory), { keys: staff });
  await ensureIssuer(home);
}

function memberRow(home: string, member: string): MemberKeyRow {
  const jwk = ensureKey(join(home, homeFiles.memberKey(member)), `${member}-1`);
  return { kid: jwk.kid, member, jwk, validFrom: VALID_FROM };
}

function staffRow(home: string, { member, person, name, office, roles }: DevelopmentPerson): StaffKeyRow {
  const jwk = ensureKey(join(home, homeFiles.staffKey(member, person)), `${member}.${person}-1`);
  return { kid: jwk.kid, member, personId: person, name, office, roles, jwk, validFrom: VALID_FROM };
}

/** The public part of a private key file, which is made when it is missing. */
function ensureKey(path: string, kid: string): PublicKeyJwk {
  if (!readIfThere(path)) writePrivateOnce(path, generateKey(kid).privateJwk);
  const { d: _private, ...publicJwk } = JSON.parse(readIfThere(path) ?? '') as PrivateKeyJwk;
  return publicJwk;
}

async function ensureIssuer(home: string): Promise<void> {
  const path = join(home, homeFiles.issuerPrivate);
  if (!readIfThere(path)) {
    const { exportJWK, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    writePrivateOnce(path, { ...(await exportJWK(privateKey)), kid: 'issuer-1', alg: 'ES256', use: 'sig' });
  }
  const { d: _private, ...publicJwk } = JSON.parse(readIfThere(path) ?? '') as Record<string, unknown>;
  replaceFile(join(home, homeFiles.issuerPublic), { keys: [publicJwk] });
}
