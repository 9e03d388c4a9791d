import { Controller } from '@nestjs/common';
import { ReturnedSlipToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice, slipReturned } from '../dossiers/dossier.rules';

/** M54: the tax office returned the slip; the appointment moves by the time that it had it. */
@Controller()
export class ReturnedSlipToldHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(ReturnedSlipToldV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ReturnedSlipToldV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(slipReturned(dossier, message.body, actOf(message, this.clock.now())));
  }
}
