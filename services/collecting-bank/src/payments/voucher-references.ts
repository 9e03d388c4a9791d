import { Clock, localDate } from '@lienthong/kernel';
import { NumberBooks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { BankConfig } from '../collecting-bank.config';
import { referenceOf, voucherSeries } from './voucher.rules';
import type { VoucherChannel } from './voucher.state';

/** Draws the numbers of vouchers (số tham chiếu); one that was drawn for an order stays the order's, whatever becomes of it. */
@Injectable()
export class VoucherReferences {
  constructor(
    private readonly books: NumberBooks,
    private readonly config: BankConfig,
    private readonly clock: Clock,
  ) {}

  async draw(channel: VoucherChannel): Promise<string> {
    const { voucherUnit, voucherKind, counterVoucherKind } = this.config;
    const year = localDate(this.clock.now()).slice(0, 4);
    const number = await this.books.draw(voucherSeries(voucherUnit, year));
    return referenceOf(voucherUnit, year, number, channel === 'electronic' ? voucherKind : counterVoucherKind);
  }
}
