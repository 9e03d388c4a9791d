import { dong } from '@lienthong/kernel';
import type { VoucherLine } from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';

/** Σ lines = total, of a voucher and of a booking (L §2.5). */
export function requireTotalOfLines(voucher: {
  readonly reference: string;
  readonly lines: readonly VoucherLine[];
  readonly totalDong: string;
}): void {
  const total = voucher.lines.reduce((sum, line) => sum + dong(line.amountDong), 0n);
  if (total !== dong(voucher.totalDong)) throw taxErrors.VOUCHER_TOTAL_WRONG({ reference: voucher.reference });
}
