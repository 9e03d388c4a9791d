import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { failureText, noteFailure, versionOf } from '@lienthong/procedures';
import { DeskTasks, type FailedMessage, MessageFailures } from '@lienthong/service-host';
import { noted } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';

interface Addressed {
  readonly dossierCode?: string;
  readonly subDossierCode?: string;
}

/**
 * A message of a chain came to nothing: the registrar sees to it, and nothing is undone. The one-stop desk is told nothing
 * new: where the chain stands has not changed, and what could not reach the desk would fail again.
 */
@Injectable()
export class ChainMessageFailed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly failures: MessageFailures,
  ) {}

  onModuleInit(): void {
    this.failures.when((failed) => this.take(failed));
  }

  private async take(failed: FailedMessage): Promise<void> {
    const { dossierCode, subDossierCode } = (failed.body ?? {}) as Addressed;
    const chain = dossierCode === undefined ? undefined : await this.unitOfWork.find(CivilChainEntity, dossierCode);
    if (!chain) return;
    const { type, at, recipients } = failed;
    const reason = failureText(failed);
    const branch = subDossierCode?.split('/')[1];
    const concerned = branch === undefined ? {} : { branch };
    const { instance, isOvertaken } = noteFailure(versionOf(chain.instance), chain.instance, {
      ...{ type, at, reason },
      ...concerned,
    });
    if (isOvertaken) return;
    const what = `not-handled: ${type.split('.').at(-2) ?? type}`;
    this.unitOfWork.save(CivilChainEntity, noted({ ...chain, instance }, { at, by: recipients }, { what, reason }));
    const { office } = chain;
    this.tasks.open({ kind: 'officer-task', office, dossierCode: chain.dossierCode, ...concerned, text: reason });
  }
}
