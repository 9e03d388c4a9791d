import { Injectable } from '@nestjs/common';
import { ProgressChangedV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StepPolicies } from '@lienthong/service-host';
import { leaderOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { PrepareCertificate } from './prepare-certificate';
import { SignCertificate } from './sign-certificate';

/** What follows when the tax office has said fulfilled, exempt or deferred: prepared here, and signed where the policy says so. */
@Injectable()
export class ReleaseCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly prepare: PrepareCertificate,
    private readonly sign: SignCertificate,
    private readonly policies: StepPolicies,
  ) {}

  async run(released: LandDossier, act: Act): Promise<LandDossier> {
    // What was settled by a slip that the land office is replacing releases nothing (F5).
    if (released.status !== 'obligation-fulfilled') return released;
    return this.signOrWait(await this.prepare.run(released, act), act);
  }

  /** A prepared certificate; one of a parcel that an authority has blocked waits for the leader. */
  async signOrWait(drafted: LandDossier, act: Act): Promise<LandDossier> {
    this.unitOfWork.save(LandDossierEntity, drafted);
    const { dossierCode, office, checkedBy } = drafted;
    const leader = leaderOf(office);
    const isAutomatic = checkedBy !== leader && (await this.policies.isAutomatic('sign-certificate'));
    if (isAutomatic && !(await this.sign.isBlocked(drafted))) return this.sign.run(drafted, { ...act, by: leader });
    this.unitOfWork.send(
      ProgressChangedV1,
      { dossierCode, step: 'certificate-prepared', at: instantText(act.at) },
      toIntake(drafted),
    );
    return drafted;
  }
}
