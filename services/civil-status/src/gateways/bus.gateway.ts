import { Injectable } from '@nestjs/common';
import { BirthRegisteredV1, ChainConcludedV1, ChainProgressedV1, DeathRegisteredV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { toIntake } from '../chains/chain.rules';
import type { CivilChain } from '../chains/civil-chain.state';
import { conclusionOf, snapshotOf } from '../chains/snapshot.rules';
import { CivilStatusGateway, type RegisteredAct } from './civil-status-gateway';

/** The default road: messages of our bus to the desk that forwarded the declaration. */
@Injectable()
export class BusGateway extends CivilStatusGateway {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  progressed(chain: CivilChain, at: Date): void {
    this.unitOfWork.send(ChainProgressedV1, snapshotOf(chain, at), toIntake(chain));
  }

  registered(chain: CivilChain, { birth, death }: RegisteredAct): void {
    const { dossierCode } = chain;
    if (birth) this.unitOfWork.send(BirthRegisteredV1, { dossierCode, birth }, toIntake(chain));
    if (death) this.unitOfWork.send(DeathRegisteredV1, { dossierCode, death }, toIntake(chain));
  }

  concluded(chain: CivilChain, at: Date): void {
    this.unitOfWork.send(ChainConcludedV1, conclusionOf(chain, at), toIntake(chain));
  }
}
