import { Controller } from '@nestjs/common';
import { PapersForwardedV1, PapersSupplementedV1 } from '@lienthong/contracts';
import { messageOf, type Received } from '@lienthong/envelope';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { type StepState, versionOf } from '@lienthong/procedures';
import { actOf } from '../chains/act';
import { ChainRun } from '../chains/chain-run';
import { noted, requireDesk, toOffice } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { officeOnDay } from '../chains/receivers.rules';
import { branchOf } from './branch-answers.rules';

/** The citizen brought the papers that an agency wanted: its branch goes on where it stood. */
@Controller()
export class PapersSupplementedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly clock: Clock,
  ) {}

  @Handles(PapersSupplementedV1, { loads: [[CivilChainEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PapersSupplementedV1>): Promise<void> {
    const { body } = message;
    const act = actOf(message, this.clock.now());
    const chain = await this.unitOfWork.get(CivilChainEntity, body.dossierCode);
    requireDesk(chain, message.senderOffice);
    const branch = branchOf(chain, body.subDossierCode);
    const { type } = messageOf(PapersSupplementedV1);
    const state = stateOfBranch(chain, branch);
    const told = noted(state === 'paused' ? withoutWish(chain, branch) : chain, act, { what: 'papers-supplemented' });
    // Papers that follow others change nothing in the procedure; those that come after the end are an officer's task.
    if (state === 'active') this.unitOfWork.save(CivilChainEntity, told);
    else await this.run.take(told, { kind: 'message', type, branch, at: act.at }, act);
    if (state === 'paused' || state === 'active') this.forward(told, branch, body, act.at);
  }

  private forward(chain: CivilChain, branch: string, body: PapersSupplementedV1, at: Date): void {
    const file = chain.branches[branch];
    if (!file) return;
    const { dossierCode, subDossierCode, papers, note } = body;
    const office = officeOnDay(file.member, file.office, localDate(at));
    const forwarded = {
      dossierCode,
      subDossierCode,
      forwardedAt: instantText(at),
      papers,
      ...(note !== undefined && { note }),
    };
    this.unitOfWork.send(PapersForwardedV1, forwarded, toOffice(chain, file.member, office));
  }
}

/** Where the step of the branch stands that may want papers. */
function stateOfBranch({ instance }: CivilChain, branch: string): StepState | undefined {
  const step = versionOf(instance).steps.find((row) => row.branch === branch && row.supplement !== undefined);
  return step && instance.steps[step.id]?.state;
}

/** What was wanted is there: neither reason, number nor limit of the request stands any more. */
function withoutWish(chain: CivilChain, branch: string): CivilChain {
  const file = chain.branches[branch];
  if (!file) return chain;
  const { reason: _reason, documentNumber: _number, papersUntil: _until, ...rest } = file;
  return { ...chain, branches: { ...chain.branches, [branch]: rest } };
}
