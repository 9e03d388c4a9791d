import { Clock, type LocalDate, localDate } from '@lienthong/kernel';
import { officeByTaxOfficeCode, officeByTreasuryCode } from '@lienthong/contracts';
import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { PublishedItems } from '../payable-items/published-items';
import { DebitPayer } from './debit-payer';
import { PayAtCounterRequest } from './pay-at-counter.request';
import { requireLines } from './voucher.rules';
import { VoucherReferences } from './voucher-references';

/** C1-02/NS on paper or paid in cash: a clerk keys in what it says; the day of the receipt is the payment date (Luật 38/2019 Đ58). */
@Controller('counter-payments')
@ApiTags('payments')
export class PayAtCounterController {
  constructor(
    private readonly items: PublishedItems,
    private readonly payer: DebitPayer,
    private readonly references: VoucherReferences,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('bank-clerk')
  @Creates()
  async pay(
    @Body() { lines, taxOfficeCode, treasuryCode, ...paper }: PayAtCounterRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly reference: string; readonly debitDate: string; readonly totalDong: string }> {
    requireLines(lines);
    requireOffices({ taxOfficeCode, treasuryCode }, localDate(this.clock.now()));
    const items = await this.items.of(
      lines.flatMap(({ payableItemId }) => payableItemId ?? []),
      actor,
    );
    const stated = { office: actor.office, lines, taxOfficeCode, treasuryCode };
    const made = { reference: await this.references.draw(paper.channel), madeBy: actor.id };
    const voucher = await this.payer.debit({ ...paper, ...made, items, stated });
    const { reference, debitDate, totalDong } = voucher;
    return { reference, debitDate, totalDong };
  }
}

/** A code on the paper that no office has is told to the payer at the counter, not to a machine later. */
function requireOffices({ taxOfficeCode, treasuryCode }: Codes, on: LocalDate): void {
  if (!officeByTaxOfficeCode(taxOfficeCode, on)) throw bankErrors.OFFICE_NOT_FOUND({ code: taxOfficeCode });
  if (!officeByTreasuryCode(treasuryCode, on)) throw bankErrors.OFFICE_NOT_FOUND({ code: treasuryCode });
}

type Codes = Pick<PayAtCounterRequest, 'taxOfficeCode' | 'treasuryCode'>;
