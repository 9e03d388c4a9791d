import { Controller } from '@nestjs/common';
import { OverpaymentRecordedV1, OverpaymentRecordedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { TaxNoteEntity } from './tax-note.entity';

/** M45: kept with the dossier; it holds up no certificate (F10). */
@Controller()
export class OverpaymentRecordedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles([OverpaymentRecordedV1, OverpaymentRecordedV2], { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ id: messageId, senderOffice, body }: Received<OverpaymentRecordedV1>): Promise<void> {
    const { dossierCode } = body;
    requireTaxOffice(await this.unitOfWork.get(LandDossierEntity, dossierCode), senderOffice);
    const note = { messageId, dossierCode, content: body, toldAt: this.clock.now() };
    this.unitOfWork.save(TaxNoteEntity, { ...note, kind: 'overpaid' });
  }
}
