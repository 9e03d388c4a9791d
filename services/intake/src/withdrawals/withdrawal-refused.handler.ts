import { Controller } from '@nestjs/common';
import { WithdrawalRefusedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice } from '../dossiers/dossier.rules';
import { withdrawalRefused } from './withdrawal.rules';

/** The certificate was signed before the withdrawal came: the dossier goes on. */
@Controller()
export class WithdrawalRefusedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(WithdrawalRefusedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<WithdrawalRefusedV1>): Promise<void> {
    const { dossierCode, reason } = message.body;
    const dossier = await this.dossiers.get(dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(withdrawalRefused(dossier, reason, actOf(message, this.clock.now())));
  }
}
