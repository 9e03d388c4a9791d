import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { CivilChainEntity } from './civil-chain.entity';
import type { CivilChain } from './civil-chain.state';

/** Of dossiers that follow each other about one child, the one whose act stands in the register. */
@Injectable()
export class RootDossier {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The first dossier behind the one that a follow-up names; that one may be a follow-up itself. */
  async behind(linked: string): Promise<string> {
    return (await this.unitOfWork.read(CivilChainEntity, linked))?.firstDossierCode ?? linked;
  }

  /** Whoever has the act in its chain and follows the first dossier. */
  async followers(first: string): Promise<readonly CivilChain[]> {
    const rows = await this.unitOfWork.query<{ code: string }>(FOLLOWERS, [first]);
    const chains: CivilChain[] = [];
    for (const { code } of rows) chains.push(await this.unitOfWork.get(CivilChainEntity, code));
    return chains;
  }
}

const FOLLOWERS = `
select dossier_code as code from civil_chain
 where first_dossier_code = $1 and birth_record is not null order by dossier_code`;
