import { Controller } from '@nestjs/common';
import { DossierStatusAskedV1, DossierStatusToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DossierEntity } from '../dossiers/dossier.entity';
import { statusTold } from './dossier-status.rules';

/** Answers whoever was granted the question, in the stream of the dossier; nothing changes here. */
@Controller()
export class DossierStatusAskedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(DossierStatusAskedV1)
  async handle({ body, sender, senderOffice, office }: Received<DossierStatusAskedV1>): Promise<void> {
    const dossier = await this.unitOfWork.read(DossierEntity, body.dossierCode);
    this.unitOfWork.send(DossierStatusToldV1, statusTold(body.dossierCode, dossier), {
      fromOffice: office,
      to: [{ member: sender, office: senderOffice }],
    });
  }
}
