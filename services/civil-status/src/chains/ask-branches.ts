import { Injectable } from '@nestjs/common';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Effect, stepDue, versionOf } from '@lienthong/procedures';
import type { Act } from './act';
import { branchRequest } from './branch-requests.rules';
import { toOffice } from './chain.rules';
import type { CivilChain } from './civil-chain.state';
import { receiverOf } from './receivers.rules';

type Ask = Extract<Effect, { readonly kind: 'ask' }>;

/** Asks the agencies of the branches; the receiver is resolved on the day of asking. */
@Injectable()
export class AskBranches {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  ask(chain: CivilChain, { step, type, branch = '' }: Ask, act: Act): CivilChain {
    const { dossierCode, instance } = chain;
    const dueAt = instantText(stepDue(versionOf(instance), instance, step) ?? chain.appointmentAt);
    const request = branchRequest(type, chain, { dossierCode, subDossierCode: `${dossierCode}/${branch}`, dueAt });
    if (!request) throw new Error(`chain ${dossierCode} has nothing to ask by ${type}`);
    const { member, office } = receiverOf(chain, branch, localDate(act.at));
    this.unitOfWork.send(request.message, request.body, toOffice(chain, member, office));
    const file = { ...chain.branches[branch], member, office, askedAt: instantText(act.at), dueAt };
    return { ...chain, branches: { ...chain.branches, [branch]: file } };
  }
}
