import { Controller } from '@nestjs/common';
import { TaxResultsAvailableV1, TaxResultsAvailableV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { CitizenNotices } from '../citizen-notices/citizen-notices';
import { noticesToPayers, withdrawalsToPayers } from '../citizen-notices/money-notices.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice, standing, taxResultsArrived } from '../dossiers/dossier.rules';

/** M51: what each party has to pay; the dossier waits for the payment, and each payer is told of the own part (M30). */
@Controller()
export class TaxResultsAvailableHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
    private readonly clock: Clock,
  ) {}

  @Handles([TaxResultsAvailableV1, TaxResultsAvailableV2], { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<TaxResultsAvailableV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const asked = taxResultsArrived(dossier, message.body, act);
    this.dossiers.save(asked);
    // a citizen who wants the dossier back, or has paid meanwhile, is not asked to pay
    if (asked.dossier.state !== 6) return;
    const results = standing(dossier, message.body.results);
    const replaced = results.flatMap(({ replaces }) => replaces ?? []);
    const told = [...noticesToPayers(dossier, results), ...withdrawalsToPayers(dossier, replaced, results)];
    await this.notices.tellPayers(dossier.code, told, act.at);
  }
}
