import { Injectable } from '@nestjs/common';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { sameName } from '../births/names.rules';
import { WantNumber } from '../population/want-number';
import { RegisterEntryEntity } from '../registers/register-entry.entity';
import { type Act, AUTOMATIC } from './act';
import { ChainRun } from './chain-run';
import { noted, requireStatus } from './chain.rules';
import { checkChain, writtenReason } from './check-chain.rules';
import type { CivilChain } from './civil-chain.state';
import { EndChain } from './end-chain';
import { RegisterAct } from './register-act';
import { steps } from './steps.data';

const LINK_UNKNOWN = 'Không có đăng ký khai sinh của hồ sơ được liên kết.';

/** The check of a declaration: refuses in writing, or goes on to number and signature. */
@Injectable()
export class CheckChain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly numbers: WantNumber,
    private readonly register: RegisterAct,
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
    if (chain.birth?.linkedDossierCode !== undefined) return this.link(checked, chain.birth.linkedDossierCode, act);
    return this.accept(checked, act);
  }

  private async accept(chain: CivilChain, act: Act): Promise<CivilChain> {
    const accepted = await this.run.take(chain, { kind: 'act', step: steps.check, at: act.at }, act);
    const { birth, dossierCode, office, personKey } = accepted;
    if (!birth) return this.register.whenAutomatic(accepted, act);
    await this.numbers.want({ dossierCode, office, childKey: personKey, birth });
    return accepted;
  }

  /** A new request of a child that is registered already: the act of the first chain stands, only its branches are new. */
  private async link(chain: CivilChain, firstDossierCode: string, act: Act): Promise<CivilChain> {
    const birth = (await this.unitOfWork.read(RegisterEntryEntity, firstDossierCode))?.birth;
    const child = chain.birth?.child;
    if (!birth || !child || birth.child.birthDate !== child.birthDate || !sameName(birth.child.name, child.name)) {
      return this.endChain.refuse(chain, { reason: LINK_UNKNOWN }, act);
    }
    const linked = noted({ ...chain, firstDossierCode }, act, { what: 'linked' });
    const accepted = await this.run.take(linked, { kind: 'act', step: steps.check, at: act.at }, act);
    const numbered = await this.run.take(accepted, { kind: 'act', step: steps.number, at: act.at }, act);
    return this.register.told(numbered, { entry: birth.entry, birth }, act);
  }
}
