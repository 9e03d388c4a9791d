import { taxClockRule } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { StepPolicies } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { TaxGateway } from '../gateway/tax-gateway';
import { IssueNotices } from '../notices/issue-notices';
import type { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { officeOf } from './assessment.rules';
import { AssessmentRepository } from './assessment.repository';
import type { ComputedAssessment, HeldAssessment } from './assessment.state';

/** What the land office hears of its slip: M11, under regime B M12, and the notices where the office issues them at once. */
@Injectable()
export class AnswerSlip {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly notices: IssueNotices,
    private readonly gateway: TaxGateway,
    private readonly policies: StepPolicies,
  ) {}

  /** Whether the office accepts a slip when it checks it, or leaves that to an officer (M12). */
  acceptsAtOnce(): Promise<boolean> {
    return this.policies.isAutomatic('accept');
  }

  answer({ content, outcome, faults, office, landOffice, receivedAt }: TransferSlip): void {
    const { dossierCode, slipId, slipNumber } = content;
    const at = instantText(receivedAt);
    const route = { fromOffice: office, to: [{ member: 'land-registry', office: landOffice }] };
    if (outcome === 'received') {
      const to = [...route.to, { member: 'intake', office: this.deskOf(content, receivedAt) }];
      this.gateway.slipReceived({ dossierCode, slipId, slipNumber, receivedAt: at }, { ...route, to });
    } else {
      this.gateway.slipReturned({ dossierCode, slipId, slipNumber, returnedAt: at, faults }, route);
    }
  }

  /** The citizen asks there who has the dossier. */
  private deskOf(slip: TransferSlip['content'], receivedAt: Date): string {
    return officeOf('intake', slip, { receivedOn: localDate(receivedAt) }).id;
  }

  async assessed(assessment: ComputedAssessment | HeldAssessment): Promise<void> {
    this.assessments.save(assessment);
    this.accept(assessment);
    await this.notices.issueIfAutomatic(assessment);
  }

  /** M12, where the regime of the dossier starts its clock on an acceptance (corrections row 16). */
  private accept({ regime, clockStartedOn, ...slip }: ComputedAssessment | HeldAssessment): void {
    if (taxClockRule(regime, clockStartedOn).startsOn === 'receipt') return;
    const { dossierCode, slipId, slipNumber, office: fromOffice, landOffice } = slip;
    const to = [{ member: 'land-registry', office: landOffice }];
    this.gateway.slipAccepted({ dossierCode, slipId, slipNumber, acceptedOn: clockStartedOn }, { fromOffice, to });
  }
}
