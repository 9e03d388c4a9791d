import { instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Voucher } from './voucher.entity';
import type { BankLine, VoucherChannel } from './voucher.state';

export interface VoucherView {
  readonly reference: string;
  readonly payer: { readonly number: string; readonly name?: string };
  readonly debitDate: string;
  readonly debitedAt: string;
  readonly totalDong: string;
  readonly lines: readonly BankLine[];
  readonly channel: VoucherChannel;
  readonly transferBy: string;
  readonly transferredAt?: string;
  readonly reversedOn?: string;
  readonly taxOfficeCode: string;
  readonly treasuryCode: string;
}

@Controller('vouchers')
@ApiTags('payments')
export class GetVoucherController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':reference')
  @Roles('payer', 'bank-clerk')
  async get(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<VoucherView> {
    const voucher = await this.unitOfWork.read(Voucher, reference);
    if (!voucher) throw persistenceErrors.NOT_FOUND({ entity: 'voucher', key: reference });
    requireOffice(actor, voucher.office);
    const { payerNumber, payerName, debitDate, debitedAt, totalDong, lines, taxOfficeCode, treasuryCode } = voucher;
    const { channel, transferBy, transferredAt, reversedOn } = voucher;
    const payer = { number: payerNumber, ...(payerName === undefined ? {} : { name: payerName }) };
    return {
      reference,
      payer,
      debitDate,
      debitedAt: instantText(debitedAt),
      totalDong,
      lines,
      taxOfficeCode,
      treasuryCode,
      channel,
      transferBy: instantText(transferBy),
      ...(transferredAt ? { transferredAt: instantText(transferredAt) } : {}),
      ...(reversedOn ? { reversedOn } : {}),
    };
  }
}
