import { OverdueReviewedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { Obligation } from '../obligations/obligation.entity';
import { taxErrors } from '../tax.errors';
import { OverdueReview } from './overdue-review.entity';

/** The land office has reviewed an overdue dossier: what it found wrong is an officer's task, the rest is kept (F25). */
@Controller()
export class OverdueReviewedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {}

  @Handles(OverdueReviewedV1, {
    loads: [
      [Obligation, (body) => body.dossierCode],
      [OverdueReview, (body) => body.messageId],
    ],
  })
  async handle({ body, senderOffice: sender }: Received<OverdueReviewedV1>): Promise<void> {
    const { dossierCode, messageId, finding, reason, reviewedAt } = body;
    const { office, landOffice } = await this.unitOfWork.get(Obligation, dossierCode);
    if (landOffice !== sender) throw taxErrors.LAND_OFFICE_UNEXPECTED({ dossierCode, expected: landOffice, sender });
    if (await this.unitOfWork.find(OverdueReview, messageId)) return;
    this.unitOfWork.save(OverdueReview, { messageId, dossierCode, finding, reason, reviewedAt: new Date(reviewedAt) });
    if (finding === 'still-owed') return;
    const text = `Cơ quan đăng ký đất đai rà soát hồ sơ quá hạn: ${words[finding]}. ${reason}`;
    this.tasks.open({ kind: 'officer-task', office, dossierCode, text });
  }
}

const words = { 'data-wrong': 'dữ liệu sai, sẽ gửi phiếu thay thế', 'to-be-withdrawn': 'hồ sơ sẽ rút' } as const;
