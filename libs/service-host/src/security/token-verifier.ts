import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import type { JWTPayload, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import { ServiceConfig } from '../config/service.config';
import { homeFiles, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../keys/home-files';
import { WatchedFile } from '../keys/watched-file';
import { accessErrors } from './access.errors';
import type { Actor } from './actor';

const MAX_TOKEN_LENGTH = 8_192;
const CLOCK_TOLERANCE_S = 5;
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

/** Checks bearer tokens (JWT, EdDSA or ES256) against the issuer's public keys; a changed key file is read again. */
@Injectable()
export class TokenVerifier {
  private readonly keys: WatchedFile<Promise<JWTVerifyGetKey>>;

  constructor(
    config: ServiceConfig,
    private readonly clock: Clock,
  ) {
    this.keys = new WatchedFile(join(config.home, homeFiles.issuerPublic), async (text) => {
      const { createLocalJWKSet } = await import('jose');
      return createLocalJWKSet(JSON.parse(text) as Parameters<typeof createLocalJWKSet>[0]);
    });
  }

  /** The person named by a token. @throws access.TOKEN_INVALID */
  async verify(token: string): Promise<Actor> {
    if (token.length > MAX_TOKEN_LENGTH) throw accessErrors.TOKEN_INVALID();
    const claims = await this.claims(token).catch((cause: unknown) => {
      throw accessErrors.TOKEN_INVALID({}, { cause });
    });
    const actor = actorOfClaims(claims);
    if (!actor) throw accessErrors.TOKEN_INVALID();
    return actor;
  }

  private async claims(token: string): Promise<JWTPayload> {
    const { jwtVerify, errors } = await import('jose');
    const check = async (): Promise<JWTPayload> => {
      const keys = this.keys.current();
      if (!keys) throw new Error('the issuer has no public keys yet');
      const { payload } = await jwtVerify(token, await keys, {
        algorithms: ['EdDSA', 'ES256'],
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        currentDate: this.clock.now(),
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['sub', 'exp', 'iat', 'member', 'office', 'roles'],
      });
      return payload;
    };
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.keys.refresh()) throw error;
      return check();
    }
  }
}

function actorOfClaims(claims: JWTPayload): Actor | undefined {
  const { sub, name, member, office, roles } = claims;
  if (typeof sub !== 'string' || !NAME.test(sub)) return undefined;
  if (typeof member !== 'string' || !NAME.test(member) || typeof office !== 'string' || !NAME.test(office))
    return undefined;
  if (!Array.isArray(roles) || !roles.every((role): role is string => typeof role === 'string')) return undefined;
  return { id: sub, name: typeof name === 'string' ? name : sub, member, office, roles };
}
