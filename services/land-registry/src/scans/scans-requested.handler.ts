import { Controller } from '@nestjs/common';
import { ScansRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { ScanRequestEntity } from './scan-request.entity';
import { ScanSender } from './scan-sender';

/** M18: noted here, answered by the sender of scans: bringing files to the bus takes longer than a message may. */
@Controller()
export class ScansRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: ScanSender,
    private readonly clock: Clock,
  ) {}

  @Handles(ScansRequestedV1, {
    loads: [
      [ScanRequestEntity, ({ requestId }) => requestId],
      [LandDossierEntity, ({ dossierCode }) => dossierCode],
    ],
  })
  async handle({ id, senderOffice, body }: Received<ScansRequestedV1>): Promise<void> {
    const { dossierCode, requestId, papers } = body;
    if (await this.unitOfWork.find(ScanRequestEntity, requestId)) return;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, senderOffice);
    const { office } = dossier;
    const asked = { requestId, dossierCode, office, taxOffice: senderOffice, papers, messageId: id };
    this.unitOfWork.save(ScanRequestEntity, { ...asked, askedAt: this.clock.now() });
    this.unitOfWork.wakeAfterCommit(() => this.sender.wakeIn(0));
  }
}
