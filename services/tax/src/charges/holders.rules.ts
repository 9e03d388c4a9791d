import { Fraction } from '@lienthong/kernel';
import { taxErrors } from '../tax.errors';
import { sum, WHOLE } from './fractions.rules';
import type { Holder } from './property-change.state';

export interface ShareHolder extends Holder {
  readonly share: Fraction;
}

/** P8: co-owners are separate taxpayers by share; equal shares where the papers are silent (told, not read). */
export function shareHolders(side: readonly Holder[]): readonly ShareHolder[] {
  const silent = side.every(({ share }) => share === undefined);
  const holders = side.map((holder) => ({
    ...holder,
    share: silent ? Fraction.of(1n, BigInt(side.length)) : (holder.share ?? Fraction.of(0n)),
  }));
  const total = sum(holders.map(({ share }) => share));
  if (side.length > 0 && !total.equals(WHOLE)) throw taxErrors.SHARES_NOT_WHOLE({ sum: total.toString() });
  return holders;
}
