import { Controller } from '@nestjs/common';
import { OpinionGivenV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { actOf } from '../chains/act';
import { noted } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import { withBranch } from '../chains/opinion.rules';
import { branchOf, requireConsulted } from './branch-answers.rules';

/** A co-operating agency answers what the registrar had asked beside the procedure: the officer reads it, and decides. */
@Controller()
export class OpinionGivenHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  @Handles(OpinionGivenV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  async handle(message: Received<OpinionGivenV1>): Promise<void> {
    const { dossierCode, subDossierCode, opinion, text } = message.body;
    const act = actOf(message, this.clock.now());
    const chain = await this.unitOfWork.get(CivilChainEntity, dossierCode);
    const branch = branchOf(chain, subDossierCode);
    requireConsulted(chain, { branch, senderOffice: message.senderOffice, on: localDate(act.at) });
    const file = chain.branches[branch];
    const asked = file?.opinion && { ...file, opinion: { ...file.opinion, givenAt: instantText(act.at) } };
    const answered = asked ? withBranch(chain, branch, asked) : chain;
    this.unitOfWork.save(CivilChainEntity, noted(answered, act, { what: `opinion: ${opinion}`, reason: text }));
    this.tasks.open({
      kind: 'officer-task',
      office: chain.office,
      dossierCode,
      branch,
      text: `Ý kiến phối hợp: ${opinion}`,
    });
  }
}
