import { Injectable } from '@nestjs/common';
import { ProgressChangedV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { type Loaded, UnitOfWork } from '@lienthong/persistence';
import { seriesKey, StepPolicies } from '@lienthong/service-host';
import { leaderOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { officePapers } from '../dossiers/office-papers.data';
import { parcelKey } from '../parcels/parcel.state';
import { SERIAL_SERIES } from './certificate.rules';
import { PrepareCertificate } from './prepare-certificate';
import { SignCertificate } from './sign-certificate';

/** After the tax office's word: the certificate is prepared, and signed where the policy says so. */
@Injectable()
export class ReleaseCertificate {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly prepare: PrepareCertificate,
    private readonly sign: SignCertificate,
    private readonly policies: StepPolicies,
  ) {}

  async run(released: LandDossier, act: Act & { readonly messageId: string }): Promise<void> {
    const { dossierCode, office, checkedBy } = released;
    const drafted = await this.prepare.run(released, act);
    this.unitOfWork.save(LandDossierEntity, drafted);
    const leader = leaderOf(office);
    if (checkedBy !== leader && (await this.policies.isAutomatic('sign-certificate'))) {
      await this.sign.run(drafted, { ...act, by: leader });
      return;
    }
    const at = instantText(act.at);
    this.unitOfWork.send(ProgressChangedV1, { dossierCode, step: 'certificate-prepared', at }, toIntake(drafted));
  }
}

/** The parcels of a dossier that was loaded. */
export function parcelsOf(dossierCode: string, loaded: Loaded): readonly string[] | undefined {
  return loaded.get(LandDossierEntity, dossierCode)?.content.parcels.map(parcelKey);
}

/** The books in which its certificate is entered. */
export function booksOf(dossierCode: string, on: string, loaded: Loaded): readonly string[] | undefined {
  const dossier = loaded.get(LandDossierEntity, dossierCode);
  if (!dossier) return undefined;
  const register = seriesKey(officePapers.register, dossier.office, on.slice(0, 4));
  return dossier.content.newCertificateRequested ? [register, SERIAL_SERIES] : [register];
}
