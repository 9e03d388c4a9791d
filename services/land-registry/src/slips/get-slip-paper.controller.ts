import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, type FieldFault, instantText, localDate } from '@lienthong/kernel';
import type { Paper } from '@lienthong/papers';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { SentSlip } from './sent-slip.entity';
import { SignSlip } from './sign-slip';
import { SlipForm } from './slip-form';
import { SlipVersionRequest } from './slip-version.request';
import { versionSent, versionsSent } from './slip-versions.query';
import { isAnswerLate } from './slip-versions.rules';

/** The form as it would be signed or was, and what stands in the way of signing it. */
interface SlipPreview {
  readonly paper: Paper;
  readonly faults: readonly FieldFault[];
  /** Fields of the form that stay blank (L §2.1.3, M). */
  readonly warnings: readonly FieldFault[];
}

/** The slip as officer and leader look at it: as the paper form before it is signed, and its versions as they were sent. */
@ApiTags('slips')
@Controller('dossiers')
@Roles('land-officer', 'land-leader', 'agency-leader')
export class GetSlipPaperController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signSlip: SignSlip,
    private readonly form: SlipForm,
    private readonly clock: Clock,
  ) {}

  /** What the leader would sign or has signed, with all that stands in the way of signing it (R1–R11). */
  @Get(':code/slip-paper')
  async paper(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<SlipPreview> {
    const dossier = await this.dossierOf(code, actor);
    const paper = await this.form.current(dossier);
    if (await this.form.sentOf(dossier)) return { paper, faults: [], warnings: [] };
    return { paper, faults: await this.signSlip.faultsOf(dossier), warnings: this.signSlip.warningsOf(dossier) };
  }

  /** A version as it was sent: one that another has replaced stays readable. */
  @Get(':code/slips/:submission')
  async version(
    @Param() { code, submission }: SlipVersionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly paper: Paper }> {
    const dossier = await this.dossierOf(code, actor);
    const sent = await versionSent(this.unitOfWork, code, Number(submission));
    return { paper: await this.form.sent(dossier, sent) };
  }

  /** Every version that was sent: what became of it, until when an answer is wanted, what the next one changed. */
  @Get(':code/slips')
  async versions(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly slips: readonly object[] }> {
    await this.dossierOf(code, actor);
    return { slips: (await versionsSent(this.unitOfWork, code)).map((row) => this.view(row)) };
  }

  private view({ content, sentAt, answeredAt, endedAt, answerBy, reason, ...row }: SentSlip): object {
    const { slipNumber, submissionKind, replacesSlipId, changedFields } = content;
    const isLate = row.state === 'completion-wanted' && isAnswerLate(answerBy, localDate(this.clock.now()));
    return {
      ...row,
      slipNumber,
      submissionKind,
      ...(replacesSlipId && { replacesSlipId, changedFields }),
      sentAt: instantText(sentAt),
      ...(answeredAt && { answeredAt: instantText(answeredAt) }),
      ...(answerBy && { answerBy, isLate }),
      ...(endedAt && { endedAt: instantText(endedAt) }),
      ...(reason && { reason }),
    };
  }

  private async dossierOf(code: string, actor: Actor): Promise<LandDossier> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    return dossier;
  }
}
