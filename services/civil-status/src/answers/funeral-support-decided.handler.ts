import { Controller } from '@nestjs/common';
import { FuneralSupportDecidedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** The support of funeral costs is granted. */
@Controller()
export class FuneralSupportDecidedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(FuneralSupportDecidedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<FuneralSupportDecidedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(FuneralSupportDecidedV1, message, {
      file: {
        result: {
          kind: 'funeral-support',
          number: body.decisionNumber,
          issuedOn: body.decidedOn,
          amountDong: body.amountDong,
        },
      },
    });
  }
}
