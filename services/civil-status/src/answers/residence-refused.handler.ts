import { Controller } from '@nestjs/common';
import { ResidenceRefusedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** CT06: the certificate and the card are delivered all the same (O §4.5 residence refused). */
@Controller()
export class ResidenceRefusedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(ResidenceRefusedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<ResidenceRefusedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(ResidenceRefusedV1, message, {
      file: { reason: body.reason, documentNumber: body.documentNumber },
      reason: body.reason,
      accepted: body.accepted,
      note: `Công an từ chối đăng ký thường trú (${body.documentNumber}); các kết quả khác vẫn được trả.`,
    });
  }
}
