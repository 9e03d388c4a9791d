import { officeById, officeNameOn } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { filled, letterForm, type LetterSheet, type Paper, printPaper } from '@lienthong/papers';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, AnswersPaper, CurrentActor, PaperDesk, paperAnswer, Roles } from '@lienthong/service-host';
import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { TransferSlip } from './transfer-slip.entity';

/** The letter with which a slip went back: 01/CCTT-ĐĐTCQ, all faults at once (M13). */
@Controller('transfer-slips')
@ApiTags('transfer-slips')
export class PrintReturnController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
  ) {}

  @Get(':slipId/return/paper')
  @Roles('tax-officer', 'agency-leader')
  @AnswersPaper()
  async paper(
    @Param('slipId') slipId: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, async () => {
      const slip = await this.unitOfWork.read(TransferSlip, slipId);
      if (slip?.outcome !== 'returned') throw persistenceErrors.NOT_FOUND({ entity: 'returned slip', key: slipId });
      return { paper: 'slip-return', key: slip.dossierCode, office: slip.office, content: this.letterOf(slip) };
    });
    return paperAnswer(response, await printPaper(paper), `slip-return-${slipId}`);
  }

  private letterOf({ office, landOffice, receivedAt, dossierCode, content, faults }: TransferSlip): Paper {
    const date = localDate(receivedAt);
    const nameOf = (member: string, id: string): string => {
      const found = officeById(member, id, date);
      return found ? officeNameOn(found, date) : id;
    };
    const sheet: LetterSheet = {
      date,
      place: this.papers.place,
      taxOffice: { name: nameOf('tax', office) },
      addressee: nameOf('land-registry', landOffice),
      dossierCode,
      slipNumber: content.slipNumber,
      slipDate: localDate(new Date(content.signature.signedAt)),
      items: faults,
    };
    return filled(letterForm('completion', date), sheet, { lookUp: this.papers.lookUp(dossierCode) });
  }
}
