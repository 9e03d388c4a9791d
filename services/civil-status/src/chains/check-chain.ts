import { Injectable } from '@nestjs/common';
import { localDate } from '@lienthong/kernel';
import { StepPolicies } from '@lienthong/service-host';
import { AcceptChain } from './accept-chain';
import { type Act, AUTOMATIC } from './act';
import { noted, requireStatus } from './chain.rules';
import { checkChain, writtenReason } from './check-chain.rules';
import type { CivilChain } from './civil-chain.state';
import { EndChain } from './end-chain';
import { LinkChain } from './link-chain';
import { steps } from './steps.data';

/** The check of a declaration: refuses in writing, or goes on. */
@Injectable()
export class CheckChain {
  constructor(
    private readonly acceptChain: AcceptChain,
    private readonly linkChain: LinkChain,
    private readonly endChain: EndChain,
    private readonly policies: StepPolicies,
  ) {}

  async whenAutomatic(chain: CivilChain, act: Act): Promise<CivilChain> {
    return (await this.policies.isAutomatic(steps.check)) ? this.check(chain, { ...act, by: AUTOMATIC }) : chain;
  }

  async check(chain: CivilChain, act: Act): Promise<CivilChain> {
    requireStatus(chain, 'check', 'received');
    const { flags, faults } = checkChain(chain, localDate(act.at));
    if (faults.length > 0) return this.endChain.refuse(chain, { reason: writtenReason(faults) }, act);
    const checked = noted({ ...chain, flags, checkedBy: act.by }, act, { what: 'checked' });
    const first = chain.birth?.linkedDossierCode;
    return first === undefined ? this.acceptChain.accept(checked, act) : this.linkChain.link(checked, first, act);
  }
}
