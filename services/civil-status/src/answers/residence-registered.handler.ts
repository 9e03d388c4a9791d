import { Controller } from '@nestjs/common';
import { ResidenceRegisteredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** The police have registered the residence: branch 5a is done. */
@Controller()
export class ResidenceRegisteredHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(ResidenceRegisteredV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<ResidenceRegisteredV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(ResidenceRegisteredV1, message, {
      file: { result: { kind: 'residence', number: body.noticeNumber, issuedOn: body.registeredOn } },
    });
  }
}
