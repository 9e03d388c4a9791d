import { Injectable } from '@nestjs/common';
import { BranchStoppedV1, ChainConcludedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import {
  decide,
  type Effect,
  type Happened,
  outcomeOf,
  type ProcedureInstance,
  versionOf,
} from '@lienthong/procedures';
import { DeskTasks } from '@lienthong/service-host';
import { CivilStatusGateway } from '../gateways/civil-status-gateway';
import type { Act } from './act';
import { AskBranches } from './ask-branches';
import { noted, statusOf, toOffice } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import type { CivilChain } from './civil-chain.state';
import { nameOfLate } from './late-note.rules';
import { officeOnDay } from './receivers.rules';
import { StepTimers } from './step-timers';
import { steps } from './steps.data';

const CONCLUDED = messageOf(ChainConcludedV1).type;

interface Manner {
  /** Agencies of branches that end now have to be told: not when they said so themselves. */
  readonly tellAgencies?: boolean;
  /** What the citizen is told beside the new state. */
  readonly note?: string;
}

/** Runs a chain on the engine: takes what happened, does what follows, and tells the one-stop desk the whole picture. */
@Injectable()
export class ChainRun {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: StepTimers,
    private readonly tasks: DeskTasks,
    private readonly asks: AskBranches,
    private readonly gateway: CivilStatusGateway,
  ) {}

  async take(chain: CivilChain, happened: Happened, act: Act, manner: Manner = {}): Promise<CivilChain> {
    const { note: _told, ...untold } = chain;
    const taken = await this.step(
      { ...untold, ...(manner.note !== undefined && { note: manner.note }) },
      happened,
      act,
      manner,
    );
    const ended = taken.instance.end === undefined ? this.gathered(taken, act) : taken;
    await this.timers.follow(chain, ended);
    this.unitOfWork.save(CivilChainEntity, ended);
    await this.gateway.progressed(ended, act.at);
    if (isOver(ended) && !isOver(chain)) await this.gateway.concluded(ended, act.at);
    return ended;
  }

  /** Nothing happened where something should have: supervisor and citizen are told, and the procedure stands as it did. */
  async remind(chain: CivilChain, step: string, act: Act): Promise<void> {
    const reminded = this.escalate(chain, { step }, act);
    this.unitOfWork.save(CivilChainEntity, reminded);
    await this.gateway.progressed(reminded, act.at);
  }

  private async step(chain: CivilChain, happened: Happened, act: Act, manner: Manner): Promise<CivilChain> {
    const { instance, effects } = decide(versionOf(chain.instance), chain.instance, happened);
    let next = standing(chain, instance, act);
    for (const effect of effects) next = await this.carryOut(next, { effect, happened, manner }, act);
    return next;
  }

  /** All branches have come to an end: the registrar gathers what there is. */
  private gathered(chain: CivilChain, act: Act): CivilChain {
    if (chain.instance.steps[steps.conclude]?.state !== 'active') return chain;
    const version = versionOf(chain.instance);
    const outcome = outcomeOf(version, chain.instance);
    const { instance } = decide(version, chain.instance, { kind: 'message', type: CONCLUDED, at: act.at });
    return standing({ ...chain, outcome }, instance, act);
  }

  private async carryOut(
    chain: CivilChain,
    { effect, happened, manner }: { readonly effect: Effect; readonly happened: Happened; readonly manner: Manner },
    act: Act,
  ): Promise<CivilChain> {
    switch (effect.kind) {
      case 'ask':
        return this.asks.ask(chain, effect, act);
      case 'escalate':
        return this.escalate(chain, effect, act);
      case 'officer-task':
        this.tasks.open({ kind: 'officer-task', ...placeOf(chain), text: `${effect.step}: ${effect.reason}` });
        return chain;
      case 'branch-ended':
        return endedBranch(chain, effect, {
          reason: 'reason' in happened ? happened.reason : undefined,
          tell: manner.tellAgencies === true ? (to) => this.tell(chain, to, act) : undefined,
        });
      case 'supplement':
      case 'ended':
        return chain;
    }
  }

  /** The supervisor is told once; the citizen's due date stays, and the note names the agency (O §4.5 partner silent). */
  private escalate(chain: CivilChain, { step }: { readonly step: string }, act: Act): CivilChain {
    const { branch = '', text } = nameOfLate(chain, step, act.at);
    this.tasks.open({ kind: 'late', ...placeOf(chain), branch, text });
    return { ...noted(chain, act, { what: `late: ${step}` }), note: text };
  }

  private tell(chain: CivilChain, { branch, reason }: StoppedBranch, act: Act): void {
    const file = chain.branches[branch];
    if (file?.askedAt === undefined) return;
    const { dossierCode } = chain;
    const stoppedAt = instantText(act.at);
    const body = { dossierCode, subDossierCode: `${dossierCode}/${branch}`, stoppedAt, reason };
    this.unitOfWork.send(
      BranchStoppedV1,
      body,
      toOffice(chain, file.member, officeOnDay(file.member, file.office, localDate(act.at))),
    );
  }
}

interface StoppedBranch {
  readonly branch: string;
  readonly reason: string;
}

function endedBranch(
  chain: CivilChain,
  { branch }: { readonly branch: string },
  { reason, tell }: { readonly reason?: string | undefined; readonly tell: ((to: StoppedBranch) => void) | undefined },
): CivilChain {
  const file = chain.branches[branch];
  if (reason === undefined || !file) return chain;
  tell?.({ branch, reason });
  return { ...chain, branches: { ...chain.branches, [branch]: { ...file, reason } } };
}

function placeOf({ office, dossierCode }: CivilChain): { office: string; dossierCode: string } {
  return { office, dossierCode };
}

function standing(chain: CivilChain, instance: ProcedureInstance, { at }: Act): CivilChain {
  const status = statusOf(instance);
  return { ...chain, instance, status, ...(status !== chain.status && { since: at }) };
}

/** The registrar has nothing more to do for it. */
function isOver({ status }: CivilChain): boolean {
  return status === 'concluded' || status === 'handed-over' || status === 'stopped' || status === 'refused';
}
