import { Controller } from '@nestjs/common';
import { ResidenceSupplementWantedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';
import { wantedPapers } from './wanted-papers.rules';

/** CT05: the clock of this branch stands, the others go on (O §4.5 residence needs supplement). */
@Controller()
export class ResidenceSupplementWantedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(ResidenceSupplementWantedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<ResidenceSupplementWantedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(ResidenceSupplementWantedV1, message, {
      file: { reason: body.reason, documentNumber: body.documentNumber, papersUntil: body.until },
      note: wantedPapers('Công an', body),
    });
  }
}
