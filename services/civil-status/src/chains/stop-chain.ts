import { Injectable } from '@nestjs/common';
import type { Act } from './act';
import type { StopChainRequest } from './chain-draft.request';
import { ChainRun } from './chain-run';
import { noted, requireStatus } from './chain.rules';
import type { CivilChain } from './civil-chain.state';
import { EndChain } from './end-chain';

const TO_THE_DEATH_CHAIN = 'Đề nghị gia đình làm thủ tục liên thông đăng ký khai tử cho trẻ.';

/** Before the act the whole chain stops; after it what is registered stays, and only open branches end (O §4.5 saga rule). */
@Injectable()
export class StopChain {
  constructor(
    private readonly run: ChainRun,
    private readonly endChain: EndChain,
  ) {}

  async stop(chain: CivilChain, { reason, childDied }: StopChainRequest, act: Act): Promise<CivilChain> {
    requireStatus(chain, 'stop', 'received', 'registering', 'drafted', 'running');
    if (chain.status !== 'running') return this.endChain.stop(chain, { reason }, act);
    const stopped = noted({ ...chain, reason }, act, { what: 'stopped', reason });
    const note = childDied === true ? TO_THE_DEATH_CHAIN : reason.slice(0, 300);
    return this.run.take(stopped, { kind: 'stop', at: act.at, reason }, act, { tellAgencies: true, note });
  }
}
