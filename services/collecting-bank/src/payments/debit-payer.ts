import { Clock, dong } from '@lienthong/kernel';
import {
  officeByTaxOfficeCode,
  PaymentInformationV1,
  PaymentInformationV2,
  versionForPayers,
  type VoucherPayer,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { BankConfig } from '../collecting-bank.config';
import { bankErrors } from '../collecting-bank.errors';
import { PayableItem } from '../payable-items/payable-item.entity';
import { payBy, requirePayable } from '../payable-items/payable-item.rules';
import { TransferMoney } from '../transfers/transfer-money';
import { transferDue } from '../transfers/transfer.rules';
import { Voucher } from './voucher.entity';
import { isAssigned, makeVoucher, paymentInformation, type Stated, statedBy } from './voucher.rules';
import type { VoucherChannel } from './voucher.state';

export interface Debit {
  readonly reference: string;
  readonly payer: VoucherPayer;
  readonly madeBy: string;
  readonly channel: VoucherChannel;
  /** The published items among what is paid. */
  readonly items: readonly PayableItem[];
  /** What the paper says, where there is one; else the published items with what is still to pay. */
  readonly stated?: Stated;
  readonly documentNumber?: string;
}

/** The step `debit`: one voucher; tax hears of it at that moment (M34), the treasury when the money moves (M33, M35). */
@Injectable()
export class DebitPayer {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: StepPolicies,
    private readonly transfers: TransferMoney,
    private readonly config: BankConfig,
    private readonly clock: Clock,
  ) {}

  async debit({ items, stated: paper, ...debit }: Debit): Promise<Voucher> {
    const debitedAt = this.clock.now();
    for (const item of items) requirePayable(item, debit.reference);
    const stated = paper ?? statedBy(items);
    const causeId = items[0]?.messageId;
    const times = { debitedAt, transferBy: transferDue(debitedAt, this.config.transferCutOff) };
    const voucher = makeVoucher(stated, { ...debit, ...times, ...(causeId === undefined ? {} : { causeId }) });
    for (const item of items) {
      const line = stated.lines.find(({ payableItemId }) => payableItemId === item.payableItemId);
      this.unitOfWork.save(PayableItem, payBy(item, debit.reference, dong(line?.amountDong ?? '0')));
    }
    if (isAssigned(voucher)) this.inform(voucher);
    return this.transfer(voucher);
  }

  private async transfer(voucher: Voucher): Promise<Voucher> {
    if (await this.policies.isAutomatic('transfer')) {
      const sent = this.transfers.transferred(voucher);
      this.unitOfWork.save(Voucher, sent);
      return sent;
    }
    this.unitOfWork.save(Voucher, voucher);
    await this.transfers.watch(voucher);
    return voucher;
  }

  private inform(voucher: Voucher): void {
    const { office: fromOffice, taxOfficeCode: code, debitDate, causeId } = voucher;
    const tax = officeByTaxOfficeCode(code, debitDate);
    if (!tax) throw bankErrors.OFFICE_UNKNOWN({ code });
    const version = versionForPayers([voucher.payerNumber], PaymentInformationV1, PaymentInformationV2);
    this.unitOfWork.send(version, paymentInformation(voucher), {
      fromOffice,
      to: [{ member: tax.member, office: tax.id }],
      ...(causeId ? { causationId: causeId } : {}),
    });
  }
}
