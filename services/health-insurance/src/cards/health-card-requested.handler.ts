import { Controller } from '@nestjs/common';
import { actOf, HealthCardRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { atHome, workingOffice } from '../act';
import { HealthCardRow } from './health-card.entity';
import { DecideCard } from './decide-card';
import { CardRequestRow } from './card-request.entity';
import { cardRequests, receive } from './card-request.rules';

/** Branch 5b of a birth chain: a request TK1-TS comes in. */
@Controller()
export class HealthCardRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideCard,
    private readonly clock: Clock,
  ) {}

  @Handles(HealthCardRequestedV1, {
    loads: [
      [CardRequestRow, (body) => body.dossierCode],
      [HealthCardRow, (body) => body.birth.personalIdentificationNumber],
    ],
    reads: [policiesOf('issue')],
  })
  async handle(message: Received<HealthCardRequestedV1>): Promise<void> {
    const { body, id: messageId, senderOffice: askedBy } = message;
    const act = actOf(message, this.clock.now());
    const reception = { office: workingOffice(message.office, act.at), askedBy, messageId };
    const known = await this.unitOfWork.find(CardRequestRow, body.dossierCode);
    const { birth, request } = body;
    const taken = known
      ? cardRequests.receivedAgain(known, { birth, request, workMessageId: messageId }, act)
      : receive(body, reception, act);
    if (taken === known) return;
    this.unitOfWork.save(CardRequestRow, taken);
    await this.decide.ifAutomatic(atHome(taken, act.at), act);
  }
}
