import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { sentBack, withdrawn } from '../assessments/assessment.rules';
import { WithdrawNotices } from '../notices/withdraw-notices';
import { NoticesOfSlip, type WithdrawnSlip } from './notices-of-slip';

/** An assessment without notices leaves the desk; notices that are out are withdrawn with their slip (M23). */
@Injectable()
export class WithdrawAssessment extends NoticesOfSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: WithdrawNotices,
  ) {
    super();
  }

  async slipWithdrawn({ assessment, withdrawal, messageId: causationId }: WithdrawnSlip): Promise<void> {
    const { dossierCode } = assessment;
    const { reason, slipNumber: document } = withdrawal;
    const numbers = await this.notices.withdraw({ dossierCode, reason, document, causationId });
    const after = numbers.length > 0 ? withdrawn(assessment) : sentBack(assessment, [{ rule: 'M15', text: reason }]);
    this.unitOfWork.save(AssessmentRow, after);
  }
}
