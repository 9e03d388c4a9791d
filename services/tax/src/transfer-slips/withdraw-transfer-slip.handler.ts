import { TransferSlipWithdrawnV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { OfficeTerms } from '../law/office-terms';
import { taxErrors } from '../tax.errors';
import { NoticesOfSlip } from './notices-of-slip';
import { TransferSlip } from './transfer-slip.entity';

/** M15: the slip is kept and marked; what stood on it follows. A slip that was replaced meanwhile changes nothing. */
@Controller()
export class WithdrawTransferSlipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly notices: NoticesOfSlip,
    private readonly terms: OfficeTerms,
  ) {}

  @Handles(TransferSlipWithdrawnV1, {
    loads: [
      [TransferSlip, (body) => body.slipId],
      [AssessmentRow, (body) => body.dossierCode],
    ],
  })
  async handle({ body, id, senderOffice }: Received<TransferSlipWithdrawnV1>): Promise<void> {
    const { slipId, dossierCode } = body;
    const slip = await this.unitOfWork.find(TransferSlip, slipId);
    if (slip?.dossierCode !== dossierCode) throw taxErrors.SLIP_UNKNOWN({ slipId, dossierCode });
    const { landOffice } = slip;
    if (landOffice !== senderOffice)
      throw taxErrors.SLIP_OF_ANOTHER_OFFICE({ slipId, landOffice, sender: senderOffice });
    if (slip.withdrawnAt) return;
    this.unitOfWork.save(TransferSlip, { ...slip, withdrawnAt: this.terms.now(), withdrawal: body });
    const assessment = await this.assessments.find(dossierCode);
    if (assessment?.slipId !== slipId) return;
    await this.notices.slipWithdrawn({ assessment, withdrawal: body, messageId: id });
  }
}
