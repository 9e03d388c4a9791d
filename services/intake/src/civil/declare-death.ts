import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import type { Actor } from '@lienthong/service-host';
import { inCanonicalForms } from './canonical-forms.rules';
import { branchesOfDeath } from './chosen-procedure.rules';
import { deathKeys } from './declared-act.rules';
import { DeclareDeathRequest } from './declare-death.request';
import { deathRules } from './death-declaration.rules';
import { declarationFaults } from './declaration-check';
import { ReceiveDeclaration, type ReceivedDeclaration, refuseFaults, requireProcedure } from './receive-declaration';

/** One declaration of death for two, three or four procedures (O §4.6). */
@Injectable()
export class DeclareDeath {
  constructor(
    private readonly receive: ReceiveDeclaration,
    private readonly clock: Clock,
  ) {}

  /** @throws intake.DOSSIER_INVALID with every fault; nothing is stored then */
  async run(body: unknown, actor: Actor): Promise<ReceivedDeclaration> {
    const now = this.clock.now();
    const request = inCanonicalForms(DeclareDeathRequest, body);
    refuseFaults(declarationFaults(DeclareDeathRequest, deathRules, { body: request, now }));
    const { channel, ...content } = request as DeclareDeathRequest;
    const procedure = requireProcedure('death', { asked: branchesOfDeath(content), on: localDate(now) });
    return this.receive.run(
      { kind: 'death', channel, content, procedure, actKeys: deathKeys(content), remarks: [] },
      actor,
    );
  }
}
