import { Controller } from '@nestjs/common';
import { TransferSlipReceivedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DossierEntity } from '../dossiers/dossier.entity';
import { slipReachedTax } from '../dossiers/dossier.rules';

/** M11: whoever asks at the desk hears that the tax office has the dossier. */
@Controller()
export class TransferSlipReceivedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(TransferSlipReceivedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle({ body, senderOffice }: Received<TransferSlipReceivedV1>): Promise<void> {
    const dossier = await this.unitOfWork.get(DossierEntity, body.dossierCode);
    this.unitOfWork.save(DossierEntity, slipReachedTax(dossier, senderOffice, body));
  }
}
