import { Clock, localDate } from '@lienthong/kernel';
import {
  CreditAdviceV1,
  type Office,
  officeByTaxOfficeCode,
  officeByTreasuryCode,
  PaymentInformationV1,
  type VoucherPayer,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { BankConfig } from '../collecting-bank.config';
import { bankErrors } from '../collecting-bank.errors';
import { PayableItem } from '../payable-items/payable-item.entity';
import { payBy } from '../payable-items/payable-item.rules';
import { Voucher } from './voucher.entity';
import { creditAdvice, makeVoucher, paymentInformation, referenceOf, voucherSeries } from './voucher.rules';

/** The step `debit`: one voucher over the items; tax (M34) and treasury (M35) hear of it in the same transaction. */
@Injectable()
export class DebitPayer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly config: BankConfig,
    private readonly clock: Clock,
  ) {}

  async debit(items: readonly PayableItem[], payer: VoucherPayer, madeBy: string): Promise<Voucher> {
    const debitedAt = this.clock.now();
    const reference = await this.drawReference(localDate(debitedAt).slice(0, 4));
    const voucher = makeVoucher(items, { reference, payer, debitedAt, madeBy });
    for (const item of items) this.unitOfWork.save(PayableItem, payBy(item, reference));
    this.unitOfWork.save(Voucher, voucher);
    this.announce(voucher, items[0]?.messageId);
    return voucher;
  }

  private announce(voucher: Voucher, causationId: string | undefined): void {
    const { office: fromOffice, taxOfficeCode, treasuryCode, debitDate } = voucher;
    const tax = known(officeByTaxOfficeCode(taxOfficeCode, debitDate), taxOfficeCode);
    const treasury = known(officeByTreasuryCode(treasuryCode, debitDate), treasuryCode);
    const cause = causationId ? { causationId } : {};
    this.unitOfWork.send(PaymentInformationV1, paymentInformation(voucher), {
      fromOffice,
      to: [addressOf(tax)],
      ...cause,
    });
    const advice = creditAdvice(voucher, this.config.bankCode);
    this.unitOfWork.send(CreditAdviceV1, advice, { fromOffice, to: [addressOf(treasury)], ...cause });
  }

  private async drawReference(year: string): Promise<string> {
    const { voucherUnit, voucherKind } = this.config;
    const number = await this.books.draw(voucherSeries(voucherUnit, year));
    return referenceOf(voucherUnit, year, number, voucherKind);
  }
}

function known(office: Office | undefined, code: string): Office {
  if (!office) throw bankErrors.OFFICE_UNKNOWN({ code });
  return office;
}

function addressOf({ member, id: office }: Office): { readonly member: string; readonly office: string } {
  return { member, office };
}
