import { Controller } from '@nestjs/common';
import { PaymentNoticesWithdrawnV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { CitizenNotices } from '../citizen-notices/citizen-notices';
import { withdrawalsToPayers } from '../citizen-notices/money-notices.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { noticesWithdrawn } from '../dossiers/dossier.rules';

/** M23, the same message that the land office gets: who was told of the notice is told that it is withdrawn (F30). */
@Controller()
export class PaymentNoticesWithdrawnHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentNoticesWithdrawnV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PaymentNoticesWithdrawnV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    this.dossiers.save(noticesWithdrawn(dossier, message.body, act));
    const told = withdrawalsToPayers(dossier, message.body.noticeNumbers);
    await this.notices.tellPayers(dossier.code, told, act.at);
  }
}
