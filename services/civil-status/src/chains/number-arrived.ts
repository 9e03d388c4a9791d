import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { ChainRun } from './chain-run';
import { noted } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';
import { EndChain } from './end-chain';
import { RegisterAct } from './register-act';
import { steps } from './steps.data';

const BY = 'population-database';

/** The population database has answered: the draft is ready to be signed, or the child has a number by another commune. */
@Injectable()
export class NumberArrived {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly run: ChainRun,
    private readonly register: RegisterAct,
    private readonly end: EndChain,
    private readonly tasks: DeskTasks,
  ) {}

  async obtained(dossierCode: string, number: string, at: Date): Promise<void> {
    const chain = await this.unitOfWork.get(CivilChainEntity, dossierCode);
    if (chain.status !== 'registering') return;
    const act = { at, by: BY };
    const numbered = noted({ ...chain, personalNumber: number }, act, { what: 'number-obtained' });
    const drafted = await this.run.take(numbered, { kind: 'act', step: steps.number, at: act.at }, act);
    await this.register.whenAutomatic(drafted, act);
  }

  /** The same child in two communes: the second is refused, and the supervisor is alarmed (O §4.5). */
  async refused(dossierCode: string, firstDossierCode: string, at: Date): Promise<void> {
    const chain = await this.unitOfWork.get(CivilChainEntity, dossierCode);
    if (chain.status !== 'registering') return;
    const text = `Trẻ đã có số định danh theo hồ sơ ${firstDossierCode} ở nơi khác.`;
    this.tasks.open({ kind: 'alarm', office: chain.office, dossierCode, text });
    await this.end.refuse(chain, { reason: text, firstDossierCode }, { at, by: BY });
  }
}
