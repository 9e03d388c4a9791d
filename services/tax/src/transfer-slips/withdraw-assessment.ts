import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { sentBack } from '../assessments/assessment.rules';
import { NoticesOfSlip, type WithdrawnSlip } from './notices-of-slip';

/** An assessment without notices leaves the desk; where notices are out an officer of the office withdraws them. */
@Injectable()
export class WithdrawAssessment extends NoticesOfSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {
    super();
  }

  slipWithdrawn({ assessment, withdrawal }: WithdrawnSlip): Promise<void> {
    const { dossierCode, office } = assessment;
    const { reason, slipNumber } = withdrawal;
    if (assessment.state === 'issued') {
      const text = `Phiếu chuyển ${slipNumber} đã bị thu hồi (${reason}): thu hồi các thông báo nộp tiền đã ban hành.`;
      this.tasks.open({ kind: 'officer-task', office, dossierCode, text });
    } else {
      this.unitOfWork.save(AssessmentRow, sentBack(assessment, [{ rule: 'M15', text: reason }]));
    }
    return Promise.resolve();
  }
}
