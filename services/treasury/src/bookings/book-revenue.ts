import { Clock, type LocalDate, localDate, newId } from '@lienthong/kernel';
import {
  BY_POLICY,
  officeByTaxOfficeCode,
  officeFor,
  RevenueBookedCopyV1,
  RevenueBookedV1,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { type ReadyAdvice, requireReady } from '../credit-advices/credit-advice.rules';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { TreasuryConfig } from '../treasury.config';
import { treasuryErrors } from '../treasury.errors';
import { Booking } from './booking.entity';
import { bookingOf, confirmation, entrySeries } from './booking.rules';

/** The step `book`: budget revenue of a credit advice that agrees with the published items; tax hears of it (M36). */
@Injectable()
export class BookRevenue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly books: NumberBooks,
    private readonly config: TreasuryConfig,
    private readonly clock: Clock,
  ) {}

  async bookIfAutomatic(advice: CreditAdvice): Promise<void> {
    if (advice.state === 'ready' && (await this.policies.isAutomatic('book'))) await this.book(advice, BY_POLICY);
  }

  async book(credited: CreditAdvice, bookedBy: string): Promise<Booking> {
    const advice = requireReady(credited);
    const now = this.clock.now();
    const bookedOn = localDate(now);
    const number = await this.books.draw(entrySeries(advice.office, bookedOn));
    const booking = bookingOf(advice, { number, confirmationId: newId(this.clock), bookedOn, bookedBy });
    this.unitOfWork.save(Booking, booking);
    this.unitOfWork.save(CreditAdviceRow, { ...advice, state: 'booked' });
    this.announce(booking, advice);
    return booking;
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
