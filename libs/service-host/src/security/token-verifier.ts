import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import type { JWTPayload, JWTVerifyGetKey } from 'jose' with { 'resolution-mode': 'import' };
import { ServiceConfig } from '../config/service.config';
import { homeFiles, TOKEN_AUDIENCE, TOKEN_ISSUER } from '../keys/home-files';
import { WatchedFile } from '../keys/watched-file';
import { accessErrors } from './access.errors';
import { type Actor, MEMBER_ROLE } from './actor';

/** Tokens of further issuers that a service accepts beside the one of its agency's people. */
export interface TokenCheck {
  recognises(issuer: string): boolean;
  /** @throws access.TOKEN_INVALID */
  verify(token: string): Promise<Actor>;
}

type KeySet = Promise<JWTVerifyGetKey>;

/** A token that was checked, and the keys by which. */
interface Checked {
  readonly actor: Actor;
  readonly claims: JWTPayload;
  readonly keys: KeySet;
}

const MAX_TOKEN_LENGTH = 8_192;
const MOST_CHECKED = 1_000;
const CLOCK_TOLERANCE_S = 5;
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

/**
 * Checks bearer tokens (JWT, EdDSA or ES256) against the issuer's public keys; a changed key file is read again. The
 * signature of a token is checked once, and again when the keys change; its time is judged on every call.
 */
@Injectable()
export class TokenVerifier {
  private readonly keys: WatchedFile<KeySet>;
  private readonly checked = new Map<string, Checked>();
  private readonly further: TokenCheck[] = [];

  constructor(
    config: ServiceConfig,
    private readonly clock: Clock,
  ) {
    this.keys = new WatchedFile(join(config.home, homeFiles.issuerPublic), async (text) => {
      const { createLocalJWKSet } = await import('jose');
      return createLocalJWKSet(JSON.parse(text) as Parameters<typeof createLocalJWKSet>[0]);
    });
  }

  accept(check: TokenCheck): void {
    this.further.push(check);
  }

  /** The person or system named by a token. @throws access.TOKEN_INVALID */
  async verify(token: string): Promise<Actor> {
    if (token.length > MAX_TOKEN_LENGTH) throw accessErrors.TOKEN_INVALID();
    const issuer = this.further.length > 0 ? claimedIssuer(token) : undefined;
    const other = issuer === undefined ? undefined : this.further.find((check) => check.recognises(issuer));
    return other ? other.verify(token) : this.verifyOwn(token);
  }

  private async verifyOwn(token: string): Promise<Actor> {
    const known = this.checked.get(token);
    if (known && known.keys === this.keys.current() && isInTime(known.claims, this.clock.now())) return known.actor;
    const { claims, keys } = await this.check(token).catch((cause: unknown) => {
      throw accessErrors.TOKEN_INVALID({}, { cause });
    });
    const actor = actorOfClaims(claims);
    if (!actor) throw accessErrors.TOKEN_INVALID();
    this.remember(token, { actor, claims, keys });
    return actor;
  }

  private async check(token: string): Promise<Omit<Checked, 'actor'>> {
    const { errors } = await import('jose');
    try {
      return await this.checkOnce(token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey) || !this.keys.refresh()) throw error;
      return this.checkOnce(token);
    }
  }

  private async checkOnce(token: string): Promise<Omit<Checked, 'actor'>> {
    const { jwtVerify } = await import('jose');
    const keys = this.keys.current();
    if (!keys) throw new Error('the issuer has no public keys yet');
    const { payload: claims } = await jwtVerify(token, await keys, {
      algorithms: ['EdDSA', 'ES256'],
      issuer: TOKEN_ISSUER,
      audience: TOKEN_AUDIENCE,
      currentDate: this.clock.now(),
      clockTolerance: CLOCK_TOLERANCE_S,
      requiredClaims: ['sub', 'exp', 'iat', 'member', 'office', 'roles'],
    });
    return { claims, keys };
  }

  /** The one checked longest ago goes first. */
  private remember(token: string, checked: Checked): void {
    this.checked.delete(token);
    this.checked.set(token, checked);
    const [oldest = ''] = this.checked.keys();
    if (this.checked.size > MOST_CHECKED) this.checked.delete(oldest);
  }
}

/** As the check itself judges it. */
function isInTime({ exp = 0, nbf = 0 }: JWTPayload, now: Date): boolean {
  const seconds = Math.floor(now.getTime() / 1_000);
  return exp > seconds - CLOCK_TOLERANCE_S && nbf <= seconds + CLOCK_TOLERANCE_S;
}

/** Whose token it says it is; nothing is believed of it but whom to ask. */
function claimedIssuer(token: string): string | undefined {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iss?: unknown };
    return typeof claims.iss === 'string' ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}

/** A person is never a member's system, whatever roles the issuer gives. */
function actorOfClaims(claims: JWTPayload): Actor | undefined {
  const { sub, name, member, office, roles } = claims;
  if (typeof sub !== 'string' || !NAME.test(sub)) return undefined;
  if (typeof member !== 'string' || !NAME.test(member) || typeof office !== 'string' || !NAME.test(office))
    return undefined;
  if (!Array.isArray(roles) || !roles.every((role): role is string => typeof role === 'string')) return undefined;
  const ofPerson = roles.filter((role) => role !== MEMBER_ROLE);
  return { id: sub, name: typeof name === 'string' ? name : sub, member, office, roles: ofPerson };
}
