import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formsDay } from '@lienthong/contracts';
import { Clock, instantText, localDate, type LocalDate } from '@lienthong/kernel';
import { transferSlipForm } from '@lienthong/papers';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { SentSlip } from './sent-slip.entity';
import { SignSlip } from './sign-slip';
import { type SlipFormInForce, slipPaper } from './slip-paper.rules';
import type { SlipPaper } from './slip-paper.state';
import { isAnswerLate, slipOf } from './slip-versions.rules';

const VERSIONS = `
select slip_id as "slipId", dossier_code as "dossierCode", submission, state, content, sent_at as "sentAt",
  answered_at as "answeredAt", faults, answer_by as "answerBy", ended_at as "endedAt", reason
from sent_slip where dossier_code = $1 order by submission limit 99`;

/** The slip as officer and leader look at it: as the paper form before it is signed, and its versions as they were sent. */
@ApiTags('slips')
@Controller('dossiers')
@Roles('land-officer', 'land-leader', 'agency-leader')
export class GetSlipPaperController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signSlip: SignSlip,
    private readonly clock: Clock,
  ) {}

  /** What the leader would sign or has signed, with all that stands in the way of signing it (R1–R11). */
  @Get(':code/slip-paper')
  async paper(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly paper: SlipPaper; readonly faults: readonly object[] }> {
    const dossier = await this.dossierOf(code, actor);
    const slip = slipOf(dossier);
    const sent = await this.unitOfWork.read(SentSlip, slip.slipId);
    const { revenues } = sent?.content ?? slip;
    const form = formOn(localDate(sent?.sentAt ?? this.clock.now()), revenues.includes('land-use-fee'));
    if (sent) return { paper: slipPaper(sent.content, form), faults: [] };
    return { paper: slipPaper(slip, form), faults: await this.signSlip.faultsOf(dossier) };
  }

  /** Every version that was sent: what became of it, until when an answer is wanted, what the next one changed. */
  @Get(':code/slips')
  async versions(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly slips: readonly object[] }> {
    await this.dossierOf(code, actor);
    const rows = await this.unitOfWork.query<SentSlip>(VERSIONS, [code]);
    return { slips: rows.map((row) => this.view(row)) };
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

/** QD2604 Mẫu 15 since July 2026, Mẫu 01/LCHS before (L §2.1.1). */
function formOn(on: LocalDate, asksForLandUseFee: boolean): SlipFormInForce {
  const { number, id, trust } = transferSlipForm(formsDay(on), asksForLandUseFee);
  return { form: number ?? id, ...(trust !== 'found' && { unverified: true }) };
}
