import { Controller } from '@nestjs/common';
import { PapersWantedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { CitizenNotices } from '../citizen-notices/citizen-notices';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice } from '../dossiers/dossier.rules';
import { contentOf } from '../dossiers/dossier.state';
import { papersWanted, supplementText } from './supplement.rules';

/** M04: the dossier waits for papers; the citizen is told once for each request (F1). */
@Controller()
export class PapersWantedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly notices: CitizenNotices,
    private readonly clock: Clock,
  ) {}

  @Handles(PapersWantedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PapersWantedV1>): Promise<void> {
    const { body } = message;
    const dossier = await this.dossiers.get(body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const waiting = papersWanted(dossier, body, act);
    this.dossiers.save(waiting);
    if (waiting.dossier.state !== 5) return;
    const { phone } = contentOf(dossier, 'land').submitter;
    await this.notices.tellOnce({
      dossierCode: body.dossierCode,
      event: 'supplement',
      version: body.requestId,
      recipient: 'submitter',
      ...(phone !== undefined && { phone }),
      text: supplementText(body.dossierCode, body),
      toldAt: act.at,
    });
  }
}
