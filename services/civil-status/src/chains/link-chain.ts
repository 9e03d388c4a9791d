import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { sameName } from '../births/names.rules';
import { RegisterEntryEntity } from '../registers/register-entry.entity';
import type { Act } from './act';
import { ChainRun } from './chain-run';
import { noted } from './chain.rules';
import type { CivilChain } from './civil-chain.state';
import { EndChain } from './end-chain';
import { RootDossier } from './root-dossier';
import { RegisterAct } from './register-act';
import { steps } from './steps.data';

const LINK_UNKNOWN = 'Không có đăng ký khai sinh của hồ sơ được liên kết.';

/** A new request about a child that is registered: the act of the first chain stands, only the branches are new (O §4.5). */
@Injectable()
export class LinkChain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly register: RegisterAct,
    private readonly endChain: EndChain,
    private readonly root: RootDossier,
  ) {}

  async link(chain: CivilChain, linkedDossierCode: string, act: Act): Promise<CivilChain> {
    const firstDossierCode = await this.root.behind(linkedDossierCode);
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
