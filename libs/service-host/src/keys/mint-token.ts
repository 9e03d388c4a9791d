import { join } from 'node:path';
import { type Clock, OffsetClock } from '@lienthong/kernel';
import type { JWK } from 'jose' with { 'resolution-mode': 'import' };
import { developmentPeople } from './development-people.data';
import { homeFiles, TOKEN_AUDIENCE, TOKEN_ISSUER } from './home-files';
import { readIfThere } from './key-files';
import { keysErrors } from './keys.errors';

const DEFAULT_MINUTES = 480;
const MINUTE_MS = 60_000;

export interface TokenRequest {
  /** Person id, e.g. `land-leader-bien-hoa`. */
  readonly person: string;
  readonly name?: string;
  readonly member: string;
  readonly office: string;
  readonly roles: readonly string[];
  /** How long it is valid; default eight hours. */
  readonly minutes?: number;
  readonly clock?: Clock;
}

/** A bearer token of the development issuer. @throws keys.PRIVATE_KEY_MISSING before `ensureDevelopmentKeys` */
export async function mintToken(home: string, request: TokenRequest): Promise<string> {
  const file = join(home, homeFiles.issuerPrivate);
  const text = readIfThere(file);
  if (!text) throw keysErrors.PRIVATE_KEY_MISSING({ file });
  const jwk = JSON.parse(text) as JWK;
  const { importJWK, SignJWT } = await import('jose');
  const now = (request.clock ?? new OffsetClock()).now();
  return new SignJWT({
    name: request.name ?? nameOf(request),
    member: request.member,
    office: request.office,
    roles: [...request.roles],
  })
    .setProtectedHeader({ alg: 'ES256', kid: String(jwk.kid), typ: 'JWT' })
    .setSubject(request.person)
    .setIssuer(TOKEN_ISSUER)
    .setAudience(TOKEN_AUDIENCE)
    .setIssuedAt(now)
    .setExpirationTime(new Date(now.getTime() + (request.minutes ?? DEFAULT_MINUTES) * MINUTE_MS))
    .sign(await importJWK(jwk, 'ES256'));
}

function nameOf({ person, member }: TokenRequest): string {
  return developmentPeople.find((row) => row.person === person && row.member === member)?.name ?? person;
}
