import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import type { Act } from '../chains/act';
import { noted, requireStatus } from '../chains/chain.rules';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { NumberAllocationEntity } from './number-allocation.entity';

/** The clerk records why no number comes, and finishes later: the database goes on being asked (O §4.5 allocation fails). */
@Injectable()
export class RecordNumberProblem {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async record(chain: CivilChain, problem: string, act: Act): Promise<CivilChain> {
    requireStatus(chain, 'number-problem', 'registering');
    const allocation = await this.unitOfWork.get(NumberAllocationEntity, chain.dossierCode);
    this.unitOfWork.save(NumberAllocationEntity, { ...allocation, problem });
    const recorded = noted(chain, act, { what: 'number-problem', reason: problem });
    this.unitOfWork.save(CivilChainEntity, recorded);
    return recorded;
  }
}
