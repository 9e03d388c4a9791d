import { Injectable } from '@nestjs/common';
import { Clock, localDate, vietnamCalendar } from '@lienthong/kernel';
import type { Actor } from '@lienthong/service-host';
import { intakeErrors } from '../intake.errors';
import { AcceptDossier } from './accept-dossier';
import { acceptanceFaults, acceptedVersion, statutoryWorkingDays } from './acceptance.rules';
import type { Dossier } from './dossier.state';
import type { ReceiveDossierRequest } from './receive-dossier.request';

/** Accepts a land transfer at the desk, maybe in the place of one that was filed wrong: checks papers, makes the appointment. */
@Injectable()
export class ReceiveDossier {
  constructor(
    private readonly accept: AcceptDossier,
    private readonly clock: Clock,
  ) {}

  async run(request: ReceiveDossierRequest, { id, office }: Actor, refiledFrom?: string): Promise<Dossier> {
    const acceptedAt = this.clock.now();
    const on = localDate(acceptedAt);
    const { procedure, ...papers } = request;
    const content = { ...papers, newCertificateRequested: papers.newCertificateRequested ?? false };
    const faults = acceptanceFaults(procedure, content, on);
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
        appointmentAt: vietnamCalendar.appointment(acceptedAt, statutoryWorkingDays(version, on)),
      },
      { at: acceptedAt, by: id },
    );
  }
}
