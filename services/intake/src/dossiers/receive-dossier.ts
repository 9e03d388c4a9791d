import { Injectable } from '@nestjs/common';
import { Clock, type FieldFault, localDate } from '@lienthong/kernel';
import { acceptanceFaults, acceptedVersion, appointmentFor } from '@lienthong/procedures';
import type { Actor } from '@lienthong/service-host';
import { intakeErrors } from '../intake.errors';
import { AcceptDossier } from './accept-dossier';
import { Dossiers } from './dossier.repository';
import type { Dossier, LandTransfer } from './dossier.state';
import { filedTogetherFaults } from './filed-together.rules';
import type { ReceiveDossierRequest } from './receive-dossier.request';

/** Accepts a conveyance of land at the desk, maybe in the place of one that was filed wrong: checks papers, makes the appointment. */
@Injectable()
export class ReceiveDossier {
  constructor(
    private readonly accept: AcceptDossier,
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  async run(request: ReceiveDossierRequest, { id, office }: Actor, refiledFrom?: string): Promise<Dossier> {
    const acceptedAt = this.clock.now();
    const on = localDate(acceptedAt);
    const { procedure, ...papers } = request;
    const content = { ...papers, newCertificateRequested: papers.newCertificateRequested ?? false };
    const faults = [...acceptanceFaults(procedure, content, on), ...(await this.togetherFaults(content))];
    if (faults.length > 0) throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
    const version = acceptedVersion(procedure, on);
    return this.accept.run(
      {
        on,
        office,
        kind: 'land',
        channel: 'desk',
        procedure,
        ruleVersion: `${procedure}/v${version.version}`,
        content,
        ...(refiledFrom !== undefined && { refiledFrom }),
        acceptedAt,
        appointmentAt: appointmentFor(version, acceptedAt),
      },
      { at: acceptedAt, by: id },
    );
  }

  /** A deregistration may be filed together with a conveyance of the same parcel (R5). */
  private async togetherFaults(content: LandTransfer): Promise<readonly FieldFault[]> {
    if (content.filedWith === undefined) return [];
    return filedTogetherFaults(content, await this.dossiers.find(content.filedWith));
  }
}
