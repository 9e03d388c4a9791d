import { Controller } from '@nestjs/common';
import { ProcessingConcludedV1, ProcessingConcludedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { policiesOf, StepPolicies } from '@lienthong/service-host';
import { actOf, AUTOMATIC } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { concluded, requireLandOffice } from '../dossiers/dossier.rules';
import { HandOverResult } from '../dossiers/hand-over-result';

/** M50: the land office has ended its work; a result waits for the citizen, or is handed over where the policy says so. */
@Controller()
export class ProcessingConcludedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly handOver: HandOverResult,
    private readonly policies: StepPolicies,
    private readonly clock: Clock,
  ) {}

  @Handles([ProcessingConcludedV1, ProcessingConcludedV2], {
    loads: [[DossierEntity, (body) => body.dossierCode]],
    reads: [policiesOf('hand-over')],
  })
  async handle(message: Received<ProcessingConcludedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const ended = concluded(dossier, message.body, act);
    this.dossiers.save(ended);
    if (ended.dossier.state === 9 && (await this.policies.isAutomatic('hand-over'))) {
      this.handOver.run(ended.dossier, undefined, { ...act, by: AUTOMATIC });
    }
  }
}
