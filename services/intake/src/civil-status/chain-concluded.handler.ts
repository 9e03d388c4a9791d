import { Controller } from '@nestjs/common';
import { ChainConcludedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { policiesOf, StepPolicies } from '@lienthong/service-host';
import { chainConcluded, requireChainOffice } from '../civil/chain.rules';
import { actOf, AUTOMATIC } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { HandOverResult } from '../dossiers/hand-over-result';

/** The chain has ended: its results wait for the citizen, or are handed over where the policy says so. */
@Controller()
export class ChainConcludedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly handOver: HandOverResult,
    private readonly policies: StepPolicies,
    private readonly clock: Clock,
  ) {}

  @Handles(ChainConcludedV1, {
    loads: [[DossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('hand-over')],
  })
  async handle(message: Received<ChainConcludedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    requireChainOffice(dossier, message.senderOffice, act);
    const ended = chainConcluded(dossier, message.body, act);
    this.dossiers.save(ended);
    if (ended.dossier.state === 9 && (await this.policies.isAutomatic('hand-over'))) {
      this.handOver.run(ended.dossier, undefined, { ...act, by: AUTOMATIC });
    }
  }
}
