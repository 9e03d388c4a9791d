import { createPublicKey } from 'node:crypto';
import type { PublicKeyRecord, Signer } from '@lienthong/envelope';

export interface SigningKeyGrounds {
  readonly member: string;
  readonly now: Date;
  /** What the bus says of a key. */
  readonly find: (kid: string) => PublicKeyRecord | undefined;
}

/** Every instance of the bus has heard of a key this long after it begins, and no clock is further off. */
export const SETTLES_MS = 5_000;

/**
 * Which of its private keys a member signs with: of those that the bus says hold, the one that began last, once that has
 * settled. While the bus says so of none, the first: messages are refused then, and go again when one holds.
 */
export function signingKey(own: readonly Signer[], { member, now, find }: SigningKeyGrounds): Signer | undefined {
  if (own.length < 2) return own[0];
  const holding = own.flatMap((signer) => {
    const record = find(signer.kid);
    const isOurs = record?.member === member && createPublicKey(signer.key).equals(record.key);
    if (!isOurs || !holdsAt(record, now)) return [];
    const sinceMs = now.getTime() - Date.parse(record.validFrom);
    return [{ signer, sinceMs, isSettled: sinceMs >= SETTLES_MS }];
  });
  holding.sort((a, b) => Number(b.isSettled) - Number(a.isSettled) || a.sinceMs - b.sinceMs);
  return holding[0]?.signer ?? own[0];
}

function holdsAt({ validFrom, validTo }: PublicKeyRecord, at: Date): boolean {
  return Date.parse(validFrom) <= at.getTime() && (validTo === undefined || at.getTime() < Date.parse(validTo));
}
