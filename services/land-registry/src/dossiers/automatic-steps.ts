import { Injectable } from '@nestjs/common';
import { StepPolicies } from '@lienthong/service-host';
import { SignCertificate } from '../certificates/sign-certificate';
import { AwaitedRelease } from '../encumbrances/awaited-release';
import { SignSlip } from '../slips/sign-slip';
import { AUTOMATIC, leaderOf } from './act';
import { CheckDossier } from './check-dossier';
import type { LandDossier } from './land-dossier.state';
import type { Act } from './land-procedure.rules';

/** What follows by itself at the start of a dossier, as far as the agency's policies allow. */
@Injectable()
export class AutomaticSteps {
  constructor(
    private readonly policies: StepPolicies,
    private readonly check: CheckDossier,
    private readonly signSlip: SignSlip,
    private readonly signCertificate: SignCertificate,
    private readonly awaited: AwaitedRelease,
  ) {}

  async afterReception(dossier: LandDossier, act: Act): Promise<LandDossier> {
    if (!(await this.policies.isAutomatic('check'))) return dossier;
    if (await this.check.isReleaseAwaited(dossier)) {
      await this.awaited.tryAgain(dossier, act.at);
      return dossier;
    }
    return this.afterCheck(await this.check.run(dossier, { ...act, by: AUTOMATIC }), act);
  }

  async afterCheck(dossier: LandDossier, act: Act): Promise<LandDossier> {
    if (dossier.request && dossier.status === 'certificate-drafted') return this.afterRequestCheck(dossier, act);
    if (dossier.status !== 'slip-drafted' || !(await this.policies.isAutomatic('sign-slip'))) return dossier;
    const leader = leaderOf(dossier.office);
    // Nobody signs what he has checked, not even by a policy: then it waits for another leader.
    if (dossier.checkedBy === leader) return dossier;
    // A slip with faults waits for an officer, who reads them when it is to be signed.
    if ((await this.signSlip.faultsOf(dossier)).length > 0) return dossier;
    return this.signSlip.run(dossier, leader, { ...act, by: leader });
  }

  /** A request that owes nothing is registered within its short time. */
  private async afterRequestCheck(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const leader = leaderOf(dossier.office);
    if (dossier.checkedBy === leader || !(await this.policies.isAutomatic('sign-certificate'))) return dossier;
    return this.signCertificate.run(dossier, { ...act, by: leader });
  }
}
