import { Controller } from '@nestjs/common';
import { LateInterestChargedV1, LateInterestChargedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { TaxNoteEntity } from './tax-note.entity';

/** Kept with the dossier; that it has to be paid first is the tax office’s to say, by M40 (F18). */
@Controller()
export class LateInterestChargedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles([LateInterestChargedV1, LateInterestChargedV2], { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ id: messageId, senderOffice, body }: Received<LateInterestChargedV1>): Promise<void> {
    const { dossierCode } = body;
    requireTaxOffice(await this.unitOfWork.get(LandDossierEntity, dossierCode), senderOffice);
    const note = { messageId, dossierCode, content: body, toldAt: this.clock.now() };
    this.unitOfWork.save(TaxNoteEntity, { ...note, kind: 'late-interest' });
  }
}
