import { Injectable } from '@nestjs/common';
import { WantNumber } from '../population/want-number';
import type { Act } from './act';
import { ChainRun } from './chain-run';
import type { CivilChain } from './civil-chain.state';
import { RegisterAct } from './register-act';
import { steps } from './steps.data';

/** A declaration that is in order: the number of a child is asked for, a death can be signed. */
@Injectable()
export class AcceptChain {
  constructor(
    private readonly run: ChainRun,
    private readonly numbers: WantNumber,
    private readonly register: RegisterAct,
  ) {}

  async accept(chain: CivilChain, act: Act): Promise<CivilChain> {
    const accepted = await this.run.take(chain, { kind: 'act', step: steps.check, at: act.at }, act);
    const { birth, dossierCode, office, personKey } = accepted;
    if (!birth) return this.register.whenAutomatic(accepted, act);
    await this.numbers.want({ dossierCode, office, childKey: personKey, birth });
    return accepted;
  }
}
