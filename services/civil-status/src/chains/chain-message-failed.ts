import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { takeFailure } from '@lienthong/procedures';
import { DossierFailures, type FailedOfDossier } from '@lienthong/service-host';
import { noted } from './chain.rules';
import { CivilChainEntity } from './civil-chain.entity';

/**
 * A message of a chain came to nothing: the registrar sees to it. The one-stop desk is told nothing new: where the chain
 * stands has not changed, and what could not reach the desk would fail again.
 */
@Injectable()
export class ChainMessageFailed implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly failures: DossierFailures,
  ) {}

  onModuleInit(): void {
    this.failures.when({
      find: (dossierCode) => this.unitOfWork.find(CivilChainEntity, dossierCode),
      note: (chain, failed) => this.note(chain, failed),
    });
  }

  private note(chain: CivilChainEntity, failed: FailedOfDossier): string | undefined {
    const taken = takeFailure(chain.instance, failed);
    if (!taken) return undefined;
    const { type, at, recipients: by } = failed;
    const { instance, text: reason } = taken;
    const what = `not-handled: ${type.split('.').at(-2) ?? type}`;
    this.unitOfWork.save(CivilChainEntity, noted({ ...chain, instance }, { at, by }, { what, reason }));
    return reason;
  }
}
