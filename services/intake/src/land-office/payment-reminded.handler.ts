import { Controller } from '@nestjs/common';
import { PaymentRemindedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { CitizenNotices } from '../citizen-notices/citizen-notices';
import { reminderTo } from '../citizen-notices/money-notices.rules';
import { Dossiers } from '../dossiers/dossier.repository';
import { DossierEntity } from '../dossiers/dossier.entity';

/** M30: the payer, and nobody else, is reminded of what is unpaid (F25). */
@Controller()
export class PaymentRemindedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentRemindedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle({ body }: Received<PaymentRemindedV1>): Promise<void> {
    const dossier = await this.dossiers.get(body.dossierCode);
    await this.notices.tellPayers(dossier.code, [reminderTo(dossier, body)], this.clock.now());
  }
}
