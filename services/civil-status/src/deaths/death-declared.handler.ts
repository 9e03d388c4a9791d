import { Controller } from '@nestjs/common';
import { DeathDeclaredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { policiesOf } from '@lienthong/service-host';
import { actOf } from '../chains/act';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { deathChain } from '../chains/new-chain.rules';
import { ReceiveChain } from '../chains/receive-chain';
import { steps } from '../chains/steps.data';

/** O §4.6: one declaration for two to four procedures. */
@Controller()
export class DeathDeclaredHandler {
  constructor(
    private readonly chains: ReceiveChain,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathDeclaredV1, {
    loads: [[CivilChainEntity, (body) => body.dossierCode]],
    reads: [policiesOf(steps.check, steps.register)],
  })
  async handle(message: Received<DeathDeclaredV1>): Promise<void> {
    const act = actOf(message, this.clock.now());
    const chain = deathChain(message.body, { office: message.office, intakeOffice: message.senderOffice }, act);
    await this.chains.receive(chain, DeathDeclaredV1, act);
  }
}
