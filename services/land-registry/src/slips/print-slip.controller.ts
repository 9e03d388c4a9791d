import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Paper, printPaper } from '@lienthong/papers';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, AnswersPaper, CurrentActor, PaperDesk, paperAnswer, Roles } from '@lienthong/service-host';
import type { Response } from 'express';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { SlipForm } from './slip-form';
import { SlipVersionRequest } from './slip-version.request';
import { versionSent } from './slip-versions.query';

/** The slip as its paper form, every version of it: before the leader has signed it, a draft in the form of today. */
@ApiTags('dossiers')
@Controller('dossiers')
@Roles('land-officer', 'land-leader', 'agency-leader')
export class PrintSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
    private readonly form: SlipForm,
  ) {}

  @Get(':code/slip/paper')
  @AnswersPaper()
  paper(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.print(actor, { code, name: code, response }, (dossier) => this.form.current(dossier));
  }

  @Get(':code/slips/:submission/paper')
  @AnswersPaper()
  version(
    @Param() { code, submission }: SlipVersionRequest,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    return this.print(actor, { code, name: `${code}-${submission}`, response }, async (dossier) =>
      this.form.sent(dossier, await versionSent(this.unitOfWork, code, Number(submission))),
    );
  }

  private async print(
    actor: Actor,
    { code, name, response }: { readonly code: string; readonly name: string; readonly response: Response },
    fill: (dossier: LandDossier) => Promise<Paper>,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, async () => {
      const dossier = await this.unitOfWork.read(LandDossierEntity, code);
      if (!dossier?.slip) throw persistenceErrors.NOT_FOUND({ entity: 'transfer_slip', key: code });
      return { paper: 'transfer-slip', key: code, office: dossier.office, content: await fill(dossier) };
    });
    return paperAnswer(response, await printPaper(paper), `transfer-slip-${name}`);
  }
}
