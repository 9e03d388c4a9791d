import { Injectable } from '@nestjs/common';
import type { ObligationFulfilledV1 } from '@lienthong/contracts';
import { DebtCases } from '../debts/debt-cases';
import { fulfilledAnew, hasEnded, isFulfilled, obligationFulfilled } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { ReleaseCertificate } from './release-certificate';

/** The tax office says that nothing is owed any more, by its own message or when it is asked (M40, M17). */
@Injectable()
export class TakeFulfilment {
  constructor(
    private readonly release: ReleaseCertificate,
    private readonly debts: DebtCases,
  ) {}

  async run(dossier: LandDossier, fulfilled: ObligationFulfilledV1, act: Act): Promise<void> {
    if (dossier.reopened) await this.release.signOrWait(fulfilledAnew(dossier, fulfilled, act), act);
    // heard before, and maybe taken back since: what a certificate left open is settled
    else if (isFulfilled(dossier)) await this.debts.settle(dossier.dossierCode, fulfilled.fulfilledOn);
    else if (!hasEnded(dossier)) await this.release.run(obligationFulfilled(dossier, fulfilled, act), act);
  }
}
