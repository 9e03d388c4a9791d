import { Controller } from '@nestjs/common';
import { TransferSlipAcceptedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireSlip } from '../dossiers/land-dossier.rules';
import { slipAccepted } from '../dossiers/tax-clock.rules';
import { TaxNoteEntity } from '../notices/tax-note.entity';

/** M12, regime B only: since when the tax office's time runs. */
@Controller()
export class TransferSlipAcceptedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(TransferSlipAcceptedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle({ id: messageId, senderOffice, body }: Received<TransferSlipAcceptedV1>): Promise<void> {
    const { dossierCode, slipId } = body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, senderOffice);
    const known = slipAccepted(dossier, body.acceptedOn);
    if (known !== dossier) this.unitOfWork.save(LandDossierEntity, known);
    const note = { messageId, dossierCode, content: body, toldAt: this.clock.now() };
    this.unitOfWork.save(TaxNoteEntity, { ...note, kind: 'slip-accepted' });
  }
}
