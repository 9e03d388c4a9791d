import { formsDay } from '@lienthong/contracts';
import { filled, printPaper, revenueConfirmationForm } from '@lienthong/papers';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, AnswersPaper, CurrentActor, PaperDesk, paperAnswer, Roles } from '@lienthong/service-host';
import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { PayableItem } from '../payable-items/payable-item.entity';
import { Booking } from './booking.entity';
import { confirmationSheet } from './confirmation-sheet.rules';

/** The confirmation of a booking as a paper. The treasury knows items and no dossier: it has no look-up. */
@Controller('bookings')
@ApiTags('bookings')
export class PrintConfirmationController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
  ) {}

  @Get(':reference/paper')
  @Roles('treasury-clerk', 'agency-leader')
  @AnswersPaper()
  async paper(
    @Param('reference') reference: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, async () => {
      const booking = await this.unitOfWork.read(Booking, reference);
      if (!booking) throw persistenceErrors.NOT_FOUND({ entity: 'booking', key: reference });
      const items: PayableItem[] = [];
      for (const { payableItemId } of booking.lines) {
        const item = await this.unitOfWork.read(PayableItem, payableItemId);
        if (item) items.push(item);
      }
      const sheet = { ...confirmationSheet(booking, items), place: this.papers.place };
      const content = filled(revenueConfirmationForm(formsDay(booking.bookedOn)), sheet);
      return { paper: 'revenue-confirmation', key: reference, office: booking.office, content };
    });
    return paperAnswer(response, await printPaper(paper), `confirmation-${reference}`);
  }
}
