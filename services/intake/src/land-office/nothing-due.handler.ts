import { Controller } from '@nestjs/common';
import { NothingDueV1, NothingDueV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { nothingDue } from '../dossiers/dossier.rules';

/** M21: nobody has to pay now, the same message that the land office gets. */
@Controller()
export class NothingDueHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles([NothingDueV1, NothingDueV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<NothingDueV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    this.dossiers.save(nothingDue(dossier, message.body, actOf(message, this.clock.now())));
  }
}
