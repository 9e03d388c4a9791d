import { Controller } from '@nestjs/common';
import { DeregistrationForwardedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

/** The residence is in another province: this branch waits, the others do not (O §4.6). */
@Controller()
export class DeregistrationForwardedHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(DeregistrationForwardedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<DeregistrationForwardedV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(DeregistrationForwardedV1, message, {
      note: `Đã chuyển công an tỉnh (mã ${body.provinceCode}) để xóa đăng ký thường trú.`,
    });
  }
}
