import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PublicKeyRecord } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { accessErrors, type Actor, MEMBER_ROLE, type TokenCheck, TokenVerifier } from '@lienthong/service-host';
import type { JWTPayload } from 'jose' with { 'resolution-mode': 'import' };
import { BUS_MEMBER, protocolAddressOf } from '../bus-address';
import { CurrentRegistry } from '../members/current-registry';

/** A token lives so long at most; a stolen one is of little use. */
const LONGEST_LIFE_S = 300;
const CLOCK_TOLERANCE_S = 5;
const MOST_CHECKED = 1_000;
/** Exactly three parts of base64url: no padding, no spaces. */
const SHAPE = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

interface Checked {
  readonly key: PublicKeyRecord;
  readonly expires: number;
  readonly notBefore: number;
}

/**
 * Tokens that members sign themselves with a key of theirs in the registry. The signature of a token is checked once; its
 * time, and whether its key still holds, on every call.
 */
@Injectable()
export class MemberTokens implements TokenCheck, OnModuleInit {
  private readonly checked = new Map<string, Checked>();

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.verifier.accept(this);
  }

  recognises(issuer: string): boolean {
    return issuer !== BUS_MEMBER && this.registry.now.member(issuer) !== undefined;
  }

  /** @throws access.TOKEN_INVALID */
  async verify(token: string): Promise<Actor> {
    await this.registry.refreshWhenOld();
    const known = this.checked.get(token);
    const checked = known && this.holds(known) ? known : await this.check(token);
    this.remember(token, checked);
    const { member } = checked.key;
    const { office } = protocolAddressOf(member);
    return { id: member, name: member, member, office, roles: [MEMBER_ROLE], isSystem: true };
  }

  private async check(token: string): Promise<Checked> {
    try {
      if (!SHAPE.test(token)) throw new Error('not three parts of base64url');
      const key = await this.keyOf(token);
      const { jwtVerify } = await import('jose');
      const { payload } = await jwtVerify(token, key.key, {
        algorithms: ['EdDSA'],
        issuer: key.member,
        subject: key.member,
        audience: BUS_MEMBER,
        currentDate: this.clock.now(),
        clockTolerance: CLOCK_TOLERANCE_S,
        maxTokenAge: LONGEST_LIFE_S,
        requiredClaims: ['iat', 'exp'],
      });
      return { key, ...timesOf(payload) };
    } catch (cause) {
      throw accessErrors.TOKEN_INVALID({}, { cause });
    }
  }

  /** A key that is not known may have been registered a moment ago. */
  private async keyOf(token: string): Promise<PublicKeyRecord> {
    const { decodeProtectedHeader } = await import('jose');
    const { kid = '' } = decodeProtectedHeader(token);
    if (!this.registry.find(kid)) await this.registry.refreshNow();
    const key = this.registry.find(kid);
    if (!key || !this.isValid(key)) throw new Error('no key of this id is valid now');
    return key;
  }

  private holds({ key, expires, notBefore }: Checked): boolean {
    const seconds = Math.floor(this.clock.now().getTime() / 1_000);
    const isInTime = expires > seconds - CLOCK_TOLERANCE_S && notBefore <= seconds + CLOCK_TOLERANCE_S;
    const current = this.registry.find(key.kid);
    return isInTime && current?.member === key.member && current.key.equals(key.key) && this.isValid(current);
  }

  private isValid({ validFrom, validTo }: PublicKeyRecord): boolean {
    const now = this.clock.now().getTime();
    return Date.parse(validFrom) <= now && (validTo === undefined || now < Date.parse(validTo));
  }

  /** The one used longest ago goes first. */
  private remember(token: string, checked: Checked): void {
    this.checked.delete(token);
    this.checked.set(token, checked);
    const [oldest = ''] = this.checked.keys();
    if (this.checked.size > MOST_CHECKED) this.checked.delete(oldest);
  }
}

function timesOf({ iat = 0, exp = 0, nbf = 0 }: JWTPayload): Pick<Checked, 'expires' | 'notBefore'> {
  if (exp - iat > LONGEST_LIFE_S) throw new Error('it lives too long');
  return { expires: exp, notBefore: nbf };
}
