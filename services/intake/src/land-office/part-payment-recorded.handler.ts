import { Controller } from '@nestjs/common';
import { PartPaymentRecordedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { CitizenNotices } from '../citizen-notices/citizen-notices';
import { remainderTo } from '../citizen-notices/money-notices.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { taxNoted } from '../dossiers/dossier.rules';

/** F9: the payer alone is told what is left to pay, once for each remainder; the dossier waits as before. */
@Controller()
export class PartPaymentRecordedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
    private readonly clock: Clock,
  ) {}

  @Handles(PartPaymentRecordedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PartPaymentRecordedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    this.dossiers.save(taxNoted(dossier, 'Kho bạc đã ghi thu một phần, còn thiếu', act));
    await this.notices.tellPayers(dossier.code, [remainderTo(dossier, message.body)], act.at);
  }
}
