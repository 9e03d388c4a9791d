import { Controller } from '@nestjs/common';
import { HealthCardRefusedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** The card is refused in writing; the other branches go on. */
@Controller()
export class HealthCardRefusedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(HealthCardRefusedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<HealthCardRefusedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(HealthCardRefusedV1, message, {
      file: { reason: body.reason, documentNumber: body.documentNumber },
      reason: body.reason,
      accepted: body.accepted,
      note: `Bảo hiểm xã hội từ chối cấp thẻ (${body.documentNumber}); các kết quả khác vẫn được trả.`,
    });
  }
}
