import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formsDay } from '@lienthong/contracts';
import { Clock, localDate } from '@lienthong/kernel';
import { filled, type Paper, printPaper, transferSlipForm } from '@lienthong/papers';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  AnswersPaper,
  CurrentActor,
  PaperDesk,
  paperAnswer,
  Roles,
  StaffDirectory,
} from '@lienthong/service-host';
import type { Response } from 'express';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type SlipPrint, slipSheet } from './slip-sheet.rules';

/** The slip as its paper form: before the leader has signed it, a draft in the form of today. */
@ApiTags('dossiers')
@Controller('dossiers')
export class PrintSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  @Get(':code/slip/paper')
  @Roles('land-officer', 'land-leader', 'agency-leader')
  @AnswersPaper()
  async paper(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, async () => {
      const dossier = await this.unitOfWork.read(LandDossierEntity, code);
      if (!dossier?.slip) throw persistenceErrors.NOT_FOUND({ entity: 'transfer_slip', key: code });
      return {
        paper: 'transfer-slip',
        key: code,
        office: dossier.office,
        content: this.paperOf(dossier, dossier.slip),
      };
    });
    return paperAnswer(response, await printPaper(paper), `transfer-slip-${code}`);
  }

  private paperOf(dossier: LandDossier, slip: NonNullable<LandDossier['slip']>): Paper {
    const signature = this.signatureOf(dossier);
    const on = localDate(signature ? new Date(signature.signedAt) : this.clock.now());
    const { office } = dossier;
    const { place } = this.papers;
    const sheet = slipSheet(slip, { office, on, place, ...(signature && { signature }) });
    const form = transferSlipForm(formsDay(on), slip.revenues.includes('land-use-fee'));
    return filled(form, sheet, { draft: !signature, lookUp: this.papers.lookUp(slip.dossierCode) });
  }

  /** Who signed the slip, and when; one that waits for its leader is a draft, also when an earlier submission was signed. */
  private signatureOf({ status, slipSignedBy, history }: LandDossier): SlipPrint['signature'] {
    const sent = history.filter((change) => change.status === 'slip-sent').at(-1);
    if (status === 'slip-drafted' || slipSignedBy === undefined || !sent) return undefined;
    return { name: this.staff.nameOf('land-registry', slipSignedBy) ?? slipSignedBy, signedAt: sent.at };
  }
}
