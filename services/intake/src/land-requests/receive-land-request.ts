import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { acceptedVersion, appointmentFor, requestFaults } from '@lienthong/procedures';
import type { Actor } from '@lienthong/service-host';
import { AcceptDossier } from '../dossiers/accept-dossier';
import type { Dossier } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';
import type { ReceiveLandRequestRequest } from './receive-land-request.request';

/** Accepts at the desk what the land office registers without another owner: mortgages, names, notes, purposes. */
@Injectable()
export class ReceiveLandRequest {
  constructor(
    private readonly accept: AcceptDossier,
    private readonly clock: Clock,
  ) {}

  /** `refiledFrom`: the dossier that was filed wrong, in whose place it comes (F2). */
  run(
    { procedure, ...content }: ReceiveLandRequestRequest,
    { id, office }: Actor,
    refiledFrom?: string,
  ): Promise<Dossier> {
    const acceptedAt = this.clock.now();
    const on = localDate(acceptedAt);
    const faults = requestFaults(procedure, content, on);
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
}
