import { Controller } from '@nestjs/common';
import { HealthCardSupplementWantedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';
import { wantedPapers } from './wanted-papers.rules';

/** Papers are missing for the card: the clock of this branch stands. */
@Controller()
export class HealthCardSupplementWantedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(HealthCardSupplementWantedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<HealthCardSupplementWantedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(HealthCardSupplementWantedV1, message, {
      file: { reason: body.reason, documentNumber: body.documentNumber, papersUntil: body.until },
      note: wantedPapers('Bảo hiểm xã hội', body),
    });
  }
}
