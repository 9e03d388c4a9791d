import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { CivilChainEntity } from '../chains/civil-chain.entity';
import type { CivilChain } from '../chains/civil-chain.state';
import { RootDossier } from '../chains/root-dossier';
import { claimKeys, isAnotherPerson } from './act-claim.rules';
import { ActClaimEntity } from './act-claim.entity';

/** Which dossier has a person: the first one, until it ends without an act. */
@Injectable()
export class ActClaims {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly root: RootDossier,
  ) {}

  /** Claims the person for the chain by all that makes it one; returns the dossier that has it already and is not followed. */
  async claim(chain: CivilChain): Promise<string | undefined> {
    const { dossierCode } = chain;
    const followed = await this.followedBy(chain);
    const free: string[] = [];
    for (const key of claimKeys(chain)) {
      const holder = (await this.unitOfWork.find(ActClaimEntity, key))?.dossierCode;
      if (holder === undefined) free.push(key);
      else if (holder !== dossierCode && holder !== followed && !(await this.isNamesake(chain, holder))) return holder;
    }
    for (const key of free) this.unitOfWork.save(ActClaimEntity, { key, dossierCode });
    return undefined;
  }

  /** The chain ends without an act, or its act was cancelled: the person may be declared again. */
  async release(chain: CivilChain): Promise<void> {
    for (const key of claimKeys(chain)) {
      const claim = await this.unitOfWork.find(ActClaimEntity, key);
      if (claim?.dossierCode === chain.dossierCode) this.unitOfWork.save(ActClaimEntity, { key });
    }
  }

  /** The draft is about another person now: keys that it does not share with that one are free. */
  async leave(before: CivilChain, after: CivilChain): Promise<void> {
    const kept = claimKeys(after);
    for (const key of claimKeys(before).filter((candidate) => !kept.includes(candidate))) {
      const claim = await this.unitOfWork.find(ActClaimEntity, key);
      if (claim?.dossierCode === before.dossierCode) this.unitOfWork.save(ActClaimEntity, { key });
    }
  }

  private async followedBy({ birth }: CivilChain): Promise<string | undefined> {
    return birth?.linkedDossierCode === undefined ? undefined : this.root.behind(birth.linkedDossierCode);
  }

  private async isNamesake(chain: CivilChain, holder: string): Promise<boolean> {
    const first = await this.unitOfWork.read(CivilChainEntity, holder);
    return first !== undefined && isAnotherPerson(chain, first);
  }
}
