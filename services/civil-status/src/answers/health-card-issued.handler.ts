import { Controller } from '@nestjs/common';
import { HealthCardIssuedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** The card is issued; one that was there already is a success with its number (O §4.5 card exists). */
@Controller()
export class HealthCardIssuedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(HealthCardIssuedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<HealthCardIssuedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(HealthCardIssuedV1, message, {
      file: {
        result: { kind: 'health-card', number: body.cardNumber, issuedOn: body.issuedOn, validTo: body.validTo },
      },
      ...(body.existedBefore && { note: 'Trẻ đã có thẻ bảo hiểm y tế; dùng số thẻ đã cấp.' }),
    });
  }
}
