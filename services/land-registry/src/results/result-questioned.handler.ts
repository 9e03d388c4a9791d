import { Controller } from '@nestjs/common';
import { ResultQuestionedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireDesk } from '../dossiers/land-dossier.rules';
import { advance } from '../dossiers/land-procedure.rules';

/** M53: the result papers are wrong; the dossier is open again and waits for a leader. */
@Controller()
export class ResultQuestionedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(ResultQuestionedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ResultQuestionedV1>): Promise<void> {
    const { dossierCode, reason } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireDesk(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    this.unitOfWork.save(LandDossierEntity, advance(dossier, ResultQuestionedV1, act, { objection: reason }));
  }
}
