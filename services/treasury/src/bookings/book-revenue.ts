import { Clock, type LocalDate, localDate, newId } from '@lienthong/kernel';
import {
  BY_POLICY,
  officeByTaxOfficeCode,
  officeFor,
  RevenueBookedCopyV1,
  RevenueBookedV1,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { type ReadyAdvice, requireReady } from '../credit-advices/credit-advice.rules';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { TreasuryDays } from '../days/treasury-days';
import { budgetYear } from '../ledger/budget-year.rules';
import { LedgerEntry } from '../ledger/ledger-entry.entity';
import { ledgerEntries } from '../ledger/ledger.rules';
import { TreasuryConfig } from '../treasury.config';
import { treasuryErrors } from '../treasury.errors';
import { Booking } from './booking.entity';
import { bookingOf, confirmation } from './booking.rules';

/** The step `book`: budget revenue of a credit advice that agrees with the published items; tax hears of it (M36). */
@Injectable()
export class BookRevenue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly days: TreasuryDays,
    private readonly config: TreasuryConfig,
    private readonly clock: Clock,
  ) {}

  async bookIfAutomatic(advice: CreditAdvice): Promise<void> {
    if (advice.state !== 'ready' || !(await this.policies.isAutomatic('book'))) return;
    const today = localDate(this.clock.now());
    if (await this.days.isOpen(advice.office, today)) await this.book(advice, BY_POLICY);
    else await this.days.putOff(advice.reference, today);
  }

  async book(credited: CreditAdvice, bookedBy: string): Promise<Booking> {
    const advice = requireReady(credited);
    const now = this.clock.now();
    const bookedOn = localDate(now);
    const entryNumber = await this.days.drawEntry(advice.office, bookedOn);
    const booking = bookingOf(advice, { entryNumber, confirmationId: newId(this.clock), bookedOn, bookedBy });
    this.unitOfWork.save(Booking, booking);
    this.enter(booking, advice);
    this.unitOfWork.save(CreditAdviceRow, { ...advice, state: 'booked' });
    this.announce(booking, advice);
    return booking;
  }

  private enter(booking: Booking, advice: ReadyAdvice): void {
    const { office, entryNumber, reference, account, debitDate, bookedOn } = booking;
    const year = budgetYear(booking, this.config.budgetYear);
    const head = {
      office,
      entryNumber,
      kind: 'booking' as const,
      reference,
      account,
      debitDate,
      bookedOn,
      budgetYear: year,
    };
    const lines = booking.lines.map((line, i) => ({
      ...line,
      taxOfficeCode: advice.lines[i]?.item.taxOfficeCode ?? '',
    }));
    for (const entry of ledgerEntries(head, lines)) this.unitOfWork.save(LedgerEntry, entry);
  }

  private announce(booking: Booking, advice: ReadyAdvice): void {
    const route = { fromOffice: booking.office, causationId: advice.messageId };
    const code = advice.lines[0]?.item.taxOfficeCode ?? '';
    const tax = idOf(officeByTaxOfficeCode(code, booking.bookedOn), code);
    this.unitOfWork.send(RevenueBookedV1, confirmation(booking), { ...route, to: [{ member: 'tax', office: tax }] });
    if (!this.config.revenueCopyToLand) return;
    const to = landOffices(advice, booking.bookedOn).map((office) => ({ member: 'land-registry', office }));
    this.unitOfWork.send(RevenueBookedCopyV1, confirmation(booking), { ...route, to });
  }
}

/** M41 goes to the land offices of the areas on the lines; the treasury knows of no dossier. */
function landOffices({ lines }: ReadyAdvice, on: LocalDate): readonly string[] {
  return [
    ...new Set(lines.map(({ item: { areaCode } }) => idOf(officeFor('land-registry', areaCode, on), areaCode))),
  ].sort();
}

function idOf(office: { readonly id: string } | undefined, code: string): string {
  if (!office) throw treasuryErrors.OFFICE_UNKNOWN({ code });
  return office.id;
}
