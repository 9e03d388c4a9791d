import { Controller } from '@nestjs/common';
import { BenefitsStoppedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** Card and pension of the deceased are stopped. */
@Controller()
export class BenefitsStoppedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(BenefitsStoppedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<BenefitsStoppedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(BenefitsStoppedV1, message, {
      file: { result: { kind: 'benefits-stop', number: body.decisionNumber, issuedOn: body.stoppedOn } },
    });
  }
}
