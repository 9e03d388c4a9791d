import { ObligationReopenedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { dong, formatDong } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';

/** F16: what M40 said holds no longer; an officer looks at the dossier as a debt case, and nothing is revoked silently. */
@Controller()
export class ObligationReopenedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {}

  @Handles(ObligationReopenedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ body, senderOffice }: Received<ObligationReopenedV1>): Promise<void> {
    const { dossierCode, items, remainderDong, reopenedOn } = body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, senderOffice);
    const notices = [...new Set(items.map(({ noticeNumber }) => noticeNumber))].join(', ');
    const text = `Kho bạc hủy bút toán ngày ${reopenedOn}: còn phải nộp ${formatDong(dong(remainderDong))} theo thông báo ${notices}.`;
    this.tasks.open({ kind: 'officer-task', office: dossier.office, dossierCode, text });
  }
}
