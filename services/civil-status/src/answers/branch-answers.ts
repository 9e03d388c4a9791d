import { Injectable } from '@nestjs/common';
import { type MessageClass, messageOf, type Received } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../chains/act';
import { ChainRun } from '../chains/chain-run';
import { noted } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { BranchFile } from '../chains/civil-chain.state';
import { branchOf, requireAnswerer } from './branch-answers.rules';

export interface BranchMessage {
  readonly dossierCode: string;
  readonly subDossierCode: string;
}

/** What an answer changes in the branch, and how the procedure takes it. */
export interface Answer {
  readonly file?: Partial<BranchFile>;
  readonly note?: string;
  readonly reason?: string;
  /** Of a refusal: the agency had accepted before, so that the branch ends with state 8, not 3. */
  readonly accepted?: boolean;
}

/** Takes the answers of the agencies: each is heard about its own branch, from the office that was asked or its successor. */
@Injectable()
export class BranchAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly clock: Clock,
  ) {}

  async heard<B extends BranchMessage>(of: new () => B, message: Received<B>, answer: Answer): Promise<void> {
    const { body, senderOffice } = message;
    const act = actOf(message, this.clock.now());
    const chain = await this.unitOfWork.get(CivilChainEntity, body.dossierCode);
    const branch = branchOf(chain, body.subDossierCode);
    requireAnswerer(chain, { branch, senderOffice, on: localDate(act.at) });
    const { type, name } = messageOf(of as MessageClass<B>);
    const { file, note, reason, accepted } = answer;
    const known = chain.branches[branch];
    const branches = known && file ? { ...chain.branches, [branch]: { ...known, ...file } } : chain.branches;
    const told = noted({ ...chain, branches }, act, { what: name, ...(reason !== undefined && { reason }) });
    const happened = {
      kind: 'message',
      type,
      branch,
      at: act.at,
      ...(reason !== undefined && { reason }),
      ...(accepted !== undefined && { accepted }),
    } as const;
    await this.run.take(told, happened, act, note === undefined ? {} : { note });
  }
}
