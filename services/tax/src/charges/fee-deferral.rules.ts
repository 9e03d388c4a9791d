import { taxErrors } from '../tax.errors';
import type { ChangeKind, Holder, PropertyChange } from './property-change.state';

/** Changes by which the property leaves its owner: only after what was deferred on it is paid (L10). */
const leavesOwner: readonly ChangeKind[] = ['transfer', 'gift', 'exchange', 'capital-contribution', 'sublease'];

/** L10: a person whom the law allows it, and who proves it, has the fee noted on the certificate as a debt. */
export function isDeferred({ claims }: PropertyChange, { number }: Holder): boolean {
  return claims.some((claim) => claim.ground === 'fee-deferral' && claim.person === number && claim.proof !== 'none');
}

/** L10: a deferred fee is paid before the property is transferred. */
export function requireNoOpenDeferral({ kind, openDeferredDong = 0n }: PropertyChange): void {
  if (openDeferredDong > 0n && leavesOwner.includes(kind)) {
    throw taxErrors.DEFERRED_FEE_OPEN({ amount: openDeferredDong.toString() });
  }
}
