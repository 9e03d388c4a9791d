import { Controller } from '@nestjs/common';
import { BirthDeclaredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { policiesOf } from '@lienthong/service-host';
import { actOf } from '../chains/act';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { birthChain } from '../chains/new-chain.rules';
import { ReceiveChain } from '../chains/receive-chain';
import { steps } from '../chains/steps.data';

/** Step 1 of O §4.2: one declaration for up to three procedures. */
@Controller()
export class BirthDeclaredHandler {
  constructor(
    private readonly chains: ReceiveChain,
    private readonly clock: Clock,
  ) {}

  @Handles(BirthDeclaredV1, {
    loads: [[CivilChainEntity, (body) => body.dossierCode]],
    reads: [policiesOf(steps.check, steps.register)],
  })
  async handle(message: Received<BirthDeclaredV1>): Promise<void> {
    const act = actOf(message, this.clock.now());
    const chain = birthChain(message.body, { office: message.office, intakeOffice: message.senderOffice }, act);
    await this.chains.receive(chain, BirthDeclaredV1, act);
  }
}
