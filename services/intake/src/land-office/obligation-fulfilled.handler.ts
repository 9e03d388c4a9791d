import { Controller } from '@nestjs/common';
import { ObligationFulfilledV1, ObligationFulfilledV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { obligationFulfilled } from '../dossiers/dossier.rules';

/** M40, the same message that the land office gets: the payment is no longer waited for. */
@Controller()
export class ObligationFulfilledHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([ObligationFulfilledV1, ObligationFulfilledV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ObligationFulfilledV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    this.dossiers.save(obligationFulfilled(dossier, message.body, actOf(message, this.clock.now())));
  }
}
