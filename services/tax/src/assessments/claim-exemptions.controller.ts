import { ListOf } from '@lienthong/envelope';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClaimRequest } from '../calculations/claim.request';
import { statedClaim } from '../calculations/requested-change.rules';
import { OfficeTerms } from '../law/office-terms';
import { IssueNotices } from '../notices/issue-notices';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { AssessmentRow } from './assessment.entity';
import { AssessmentRepository } from './assessment.repository';
import { assessed, requireComputed, requireParties } from './assessment.rules';
import type { Assessment } from './assessment.state';

/** What the parties claim on the return (03/BĐS-TNCN, 01/LPTB); it replaces what they claimed before. */
export class ClaimExemptionsRequest {
  @ListOf(() => ClaimRequest, { max: 50, min: 0 })
  readonly claims: readonly ClaimRequest[];
}

/** A claim after the notices amends them (M22); whatever it grants waits for a second officer. */
@Controller('assessments')
@ApiTags('assessments')
export class ClaimExemptionsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly notices: IssueNotices,
    private readonly terms: OfficeTerms,
  ) {}

  @Put(':dossierCode/claims')
  @Roles('tax-officer')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  async claim(
    @Param('dossierCode') dossierCode: string,
    @Body() request: ClaimExemptionsRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Pick<Assessment, 'dossierCode' | 'state'>> {
    const earlier = requireComputed(await this.assessments.get(dossierCode));
    requireOffice(actor, earlier.office);
    const slip = await this.unitOfWork.get(TransferSlip, earlier.slipId);
    const claims = request.claims.map(statedClaim);
    requireParties(slip.content, claims);
    const { slipMessageId: messageId, office, landOffice, receivedAt } = earlier;
    const receivedOn = localDate(receivedAt);
    const declaredOn = localDate(new Date(slip.content.completeAt));
    const arrival = { messageId, office, landOffice, receivedAt, receivedOn, acceptedOn: receivedOn, declaredOn };
    const { calendar, readings, confirmOverDong } = this.terms;
    const terms = { calendar, readings, confirmOverDong, earlier, claims, claimedBy: actor.id };
    const assessment = assessed(slip.content, arrival, terms);
    this.assessments.save(assessment);
    await this.notices.issueIfAutomatic(assessment);
    return { dossierCode, state: assessment.state };
  }
}
