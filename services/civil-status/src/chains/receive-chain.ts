import { Injectable } from '@nestjs/common';
import { messageOf, type MessageClass } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { ActClaims } from '../registers/act-claims';
import type { Act } from './act';
import { ChainRun } from './chain-run';
import { CheckChain } from './check-chain';
import { CivilChainEntity } from './civil-chain.entity';
import { noted, requireDesk } from './chain.rules';
import type { CivilChain } from './civil-chain.state';
import { EndChain } from './end-chain';

/** Takes a declaration in: a person who is declared already is linked to the first dossier (O §4.5 duplicate submission). */
@Injectable()
export class ReceiveChain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly claims: ActClaims,
    private readonly checkChain: CheckChain,
    private readonly endChain: EndChain,
  ) {}

  async receive(chain: CivilChain, declared: MessageClass, act: Act): Promise<void> {
    const { dossierCode } = chain;
    const known = await this.unitOfWork.find(CivilChainEntity, dossierCode);
    if (known) {
      this.receivedAgain(known, chain, act);
      return;
    }
    const { type } = messageOf(declared);
    const received = await this.run.take(chain, { kind: 'message', type, at: act.at }, act);
    const firstDossierCode = await this.claims.claim(received);
    if (firstDossierCode !== undefined) {
      const reason = `Đã có hồ sơ ${firstDossierCode} về cùng một người.`;
      await this.endChain.refuse(received, { reason, firstDossierCode }, act);
      return;
    }
    await this.checkChain.whenAutomatic(received, act);
  }

  /** A second push of a known declaration is acknowledged and changes nothing (O §4.4); corrections go to the draft. */
  private receivedAgain(known: CivilChain, { intakeOffice }: CivilChain, act: Act): void {
    requireDesk(known, intakeOffice);
    const { workMessageId } = known;
    this.unitOfWork.save(CivilChainEntity, { ...noted(known, act, { what: 'received-again' }), workMessageId });
  }
}
