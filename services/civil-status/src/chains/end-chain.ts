import { Injectable } from '@nestjs/common';
import { ChainConcludedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { localDate } from '@lienthong/kernel';
import { ReleaseNumber } from '../population/release-number';
import { ActClaims } from '../registers/act-claims';
import { NoticeNumbers } from '../registers/notice-numbers';
import type { Act } from './act';
import { ChainRun } from './chain-run';
import { noted } from './chain.rules';
import type { CivilChain } from './civil-chain.state';

/** Why a chain ends without an act. */
export interface Ending {
  readonly reason: string;
  /** The dossier that already has the person. */
  readonly firstDossierCode?: string;
}

const CONCLUDED = messageOf(ChainConcludedV1).type;

/** Ends a chain before its legal act: not accepted, or stopped with a written notice; person and number are free again. */
@Injectable()
export class EndChain {
  constructor(
    private readonly run: ChainRun,
    private readonly notices: NoticeNumbers,
    private readonly claims: ActClaims,
    private readonly numbers: ReleaseNumber,
  ) {}

  /** The registrar does not accept the declaration, or finds an obstacle. */
  refuse(chain: CivilChain, ending: Ending, act: Act): Promise<CivilChain> {
    return this.end(chain, ending, { act, kind: 'message' });
  }

  /** The citizen or the registrar stops it before the act. */
  stop(chain: CivilChain, ending: Ending, act: Act): Promise<CivilChain> {
    return this.end(chain, ending, { act, kind: 'stop' });
  }

  private async end(
    chain: CivilChain,
    ending: Ending,
    { act, kind }: { readonly act: Act; readonly kind: 'message' | 'stop' },
  ): Promise<CivilChain> {
    const documentNumber = await this.notices.next(chain.office, localDate(act.at));
    const ended = noted({ ...chain, ...ending, documentNumber }, act, { what: 'refused', reason: ending.reason });
    await this.claims.release(chain);
    await this.numbers.release(chain.dossierCode);
    const { reason } = ending;
    const happened = kind === 'stop' ? { kind, at: act.at, reason } : { kind, type: CONCLUDED, at: act.at, reason };
    return this.run.take(ended, happened, act);
  }
}
