import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import type { CivilChain } from '../chains/civil-chain.state';
import { ActClaimEntity } from './act-claim.entity';

/** Which dossier has a person at a commune: the first one, until it ends without an act. */
@Injectable()
export class ActClaims {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Claims the person for the chain; returns the dossier that already has it. */
  async claim(chain: CivilChain): Promise<string | undefined> {
    const key = keyOf(chain);
    const holder = (await this.unitOfWork.find(ActClaimEntity, key))?.dossierCode;
    if (holder !== undefined && holder !== chain.dossierCode) return holder;
    this.unitOfWork.save(ActClaimEntity, { key, dossierCode: chain.dossierCode });
    return undefined;
  }

  /** The chain ends without an act, or its act was cancelled: the person may be declared again. */
  async release(chain: CivilChain): Promise<void> {
    const key = keyOf(chain);
    const claim = await this.unitOfWork.find(ActClaimEntity, key);
    if (claim?.dossierCode === chain.dossierCode) this.unitOfWork.save(ActClaimEntity, { key });
  }
}

function keyOf({ kind, office, personKey }: CivilChain): string {
  return `${kind}|${office}|${personKey}`;
}
