import { Controller } from '@nestjs/common';
import { ResidenceDeregisteredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { BranchAnswers } from './branch-answers';

const NOTHING_TO_DELETE = 'Không có đăng ký thường trú';

/** The residence has ended, or there was none: both are an end (O §4.6). */
@Controller()
export class ResidenceDeregisteredHandler {
  constructor(private readonly answers: BranchAnswers) {}

  @Handles(ResidenceDeregisteredV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  handle(message: Received<ResidenceDeregisteredV1>): Promise<void> {
    const { body } = message;
    return this.answers.heard(ResidenceDeregisteredV1, message, {
      file: {
        result: {
          kind: 'residence-deregistration',
          number: body.noticeNumber ?? NOTHING_TO_DELETE,
          issuedOn: body.endedOn,
        },
      },
    });
  }
}
