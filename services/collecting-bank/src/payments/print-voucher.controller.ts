import { formsDay } from '@lienthong/contracts';
import { filled, paymentVoucherForm, printPaper } from '@lienthong/papers';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, AnswersPaper, CurrentActor, PaperDesk, paperAnswer, Roles } from '@lienthong/service-host';
import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { PayableItem } from '../payable-items/payable-item.entity';
import { Voucher } from './voucher.entity';
import { voucherSheet } from './voucher-sheet.rules';

/** The budget payment voucher as its paper form. A voucher pays for items, not for a dossier: it has no look-up. */
@Controller('vouchers')
@ApiTags('payments')
export class PrintVoucherController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
  ) {}

  @Get(':reference/paper')
  @Roles('payer', 'bank-clerk')
  @AnswersPaper()
  async paper(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, async () => {
      const voucher = await this.unitOfWork.read(Voucher, reference);
      if (!voucher) throw persistenceErrors.NOT_FOUND({ entity: 'voucher', key: reference });
      const items: PayableItem[] = [];
      for (const { payableItemId } of voucher.lines) {
        const item = payableItemId && (await this.unitOfWork.read(PayableItem, payableItemId));
        if (item) items.push(item);
      }
      const content = filled(paymentVoucherForm(formsDay(voucher.debitDate)), voucherSheet(voucher, items));
      return { paper: 'payment-voucher', key: reference, office: voucher.office, content };
    });
    return paperAnswer(response, await printPaper(paper), `voucher-${reference}`);
  }
}
