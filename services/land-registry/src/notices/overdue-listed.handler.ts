import { Controller } from '@nestjs/common';
import { OverdueListedV1, OverdueListedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { TaxNoteEntity } from './tax-note.entity';

/** M24: kept with the dossier, and an officer reviews it (F25). */
@Controller()
export class OverdueListedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  @Handles([OverdueListedV1, OverdueListedV2], { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ id: messageId, senderOffice, body }: Received<OverdueListedV1>): Promise<void> {
    const { dossierCode, items } = body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, senderOffice);
    const note = { messageId, dossierCode, content: body, toldAt: this.clock.now() };
    this.unitOfWork.save(TaxNoteEntity, { ...note, kind: 'overdue' });
    const numbers = [...new Set(items.map(({ noticeNumber }) => noticeNumber))].join(', ');
    const text = `Quá hạn nộp tiền theo thông báo ${numbers}: rà soát hồ sơ.`;
    this.tasks.open({ kind: 'late', office: dossier.office, dossierCode, text });
  }
}
