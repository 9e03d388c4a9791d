import { Controller } from '@nestjs/common';
import { FuneralSupportRefusedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** Not entitled, or paid already: the extract is delivered all the same (O §4.6). */
@Controller()
export class FuneralSupportRefusedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(FuneralSupportRefusedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<FuneralSupportRefusedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(FuneralSupportRefusedV1, message, {
      file: { reason: body.reason, documentNumber: body.documentNumber },
      reason: body.reason,
      accepted: body.accepted,
      note: `Không hỗ trợ chi phí mai táng (${body.documentNumber}); các kết quả khác vẫn được trả.`,
    });
  }
}
