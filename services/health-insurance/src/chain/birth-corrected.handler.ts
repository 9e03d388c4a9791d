import { Controller } from '@nestjs/common';
import { BirthCorrectedV1, numberBefore } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { CardRequestRow } from '../cards/card-request.entity';
import { cardRequests } from '../cards/card-request.rules';
import { HealthCardRow } from '../cards/health-card.entity';
import { corrected, renumbered } from '../cards/health-card.rules';

/** The card follows a corrected birth; nobody gets a second one (O §4.5). */
@Controller()
export class BirthCorrectedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(BirthCorrectedV1, {
    loads: [
      [CardRequestRow, (body) => body.dossierCode],
      [HealthCardRow, (body) => [numberBefore(body), body.birth.personalIdentificationNumber]],
    ],
  })
  async handle({ body }: Received<BirthCorrectedV1>): Promise<void> {
    const request = await this.unitOfWork.find(CardRequestRow, body.dossierCode);
    if (request) this.unitOfWork.save(CardRequestRow, cardRequests.corrected(request, { birth: body.birth }));
    const number = numberBefore(body);
    const card = await this.unitOfWork.find(HealthCardRow, number);
    if (!card || card.state === 'renumbered') return;
    const cards = number === body.birth.personalIdentificationNumber ? [corrected(card, body)] : renumbered(card, body);
    for (const one of cards) this.unitOfWork.save(HealthCardRow, one);
  }
}
