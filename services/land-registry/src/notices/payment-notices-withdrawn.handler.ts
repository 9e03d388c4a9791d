import { Controller } from '@nestjs/common';
import { PaymentNoticesWithdrawnV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireNotices, requireTaxOffice } from '../dossiers/land-dossier.rules';
import { TaxNoteEntity } from './tax-note.entity';

/** M23: the notices stay in the dossier as they came; that they are withdrawn is a fact beside them (F7). */
@Controller()
export class PaymentNoticesWithdrawnHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentNoticesWithdrawnV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ id: messageId, senderOffice, body }: Received<PaymentNoticesWithdrawnV1>): Promise<void> {
    const { dossierCode, noticeNumbers } = body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, senderOffice);
    requireNotices(dossier, noticeNumbers);
    const toldAt = this.clock.now();
    this.unitOfWork.save(TaxNoteEntity, { messageId, dossierCode, kind: 'notices-withdrawn', content: body, toldAt });
  }
}
