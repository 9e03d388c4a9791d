import { officeByTaxOfficeCode, officeFor, RevenueBookingAdjustedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import type { Booking } from '../bookings/booking.entity';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { budgetYear } from '../ledger/budget-year.rules';
import { LedgerEntry } from '../ledger/ledger-entry.entity';
import { ledgerEntries, type OwnedLine } from '../ledger/ledger.rules';
import { TreasuryConfig } from '../treasury.config';
import { treasuryErrors } from '../treasury.errors';
import { adjustedMessage } from './adjustment.rules';
import type { Adjustment } from './adjustment.state';

/** What a confirmed adjustment leaves behind: lines of its own in the books, and word to tax offices and bank (F16). */
@Injectable()
export class AdjustmentEffects {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: TreasuryConfig,
  ) {}

  enter(booking: Booking, adjustment: Adjustment): void {
    const { office, reference, account, debitDate } = booking;
    const { entryNumber = '', bookedOn = '', linesBefore = [], lines = [] } = adjustment;
    const kind = adjustment.kind === 'reversed' ? ('reversal' as const) : ('correction' as const);
    const year = budgetYear({ debitDate, bookedOn }, this.config.budgetYear);
    const head = { office, entryNumber, kind, reference, account, debitDate, bookedOn, budgetYear: year };
    const changed = (line: OwnedLine, i: number, others: readonly OwnedLine[]): boolean =>
      JSON.stringify(line) !== JSON.stringify(others[i]);
    const cameIn = lines.filter((line, i) => changed(line, i, linesBefore));
    const takenBack = linesBefore.filter((line, i) => changed(line, i, lines));
    for (const entry of ledgerEntries(head, cameIn, takenBack)) this.unitOfWork.save(LedgerEntry, entry);
  }

  announce(booking: Booking, adjustment: Adjustment, advice: CreditAdvice): void {
    const { bookedOn = '', linesBefore = [], lines = [] } = adjustment;
    const codes = new Set([...linesBefore, ...lines].map(({ taxOfficeCode }) => taxOfficeCode));
    const tax = [...codes].map((code) => ({
      member: 'tax',
      office: idOf(officeByTaxOfficeCode(code, bookedOn), code),
    }));
    const area = advice.lines[0]?.item?.areaCode ?? '';
    const bank = { member: 'collecting-bank', office: idOf(officeFor('collecting-bank', area, bookedOn), area) };
    this.unitOfWork.send(RevenueBookingAdjustedV1, adjustedMessage(booking, adjustment), {
      fromOffice: booking.office,
      to: [...tax, bank],
      causationId: advice.messageId,
    });
  }
}

function idOf(office: { readonly id: string } | undefined, code: string): string {
  if (!office) throw treasuryErrors.OFFICE_UNKNOWN({ code });
  return office.id;
}
