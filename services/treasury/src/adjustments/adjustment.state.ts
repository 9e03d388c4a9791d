import type { CorrectedLine } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { OwnedLine } from '../ledger/ledger.rules';

/** A reversal (HUY) or correction (DIEU_CHINH) of a booking: proposed by one person, decided by another. */
export interface Adjustment {
  readonly id: string;
  readonly reference: string;
  readonly office: string;
  readonly kind: 'reversed' | 'corrected';
  readonly state: 'proposed' | 'confirmed' | 'dropped';
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  /** What the lines should say; empty for a reversal. */
  readonly wanted: readonly CorrectedLine[];
  readonly investigationId?: string;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly entryNumber?: string;
  readonly bookedOn?: LocalDate;
  readonly linesBefore?: readonly OwnedLine[];
  readonly lines?: readonly OwnedLine[];
}
