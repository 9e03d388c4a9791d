import { Injectable } from '@nestjs/common';
import { Clock, localDate, vietnamCalendar } from '@lienthong/kernel';
import { type Actor, StepPolicies } from '@lienthong/service-host';
import { deskCode } from '../codes/desk-code';
import { DossierCodes } from '../codes/dossier-codes';
import { intakeErrors } from '../intake.errors';
import { acceptanceFaults, acceptedVersion, statutoryWorkingDays } from './acceptance.rules';
import { Dossiers } from './dossier.repository';
import { accept } from './dossier.rules';
import type { Dossier } from './dossier.state';
import { ForwardDossier } from './forward-dossier';
import type { ReceiveDossierRequest } from './receive-dossier.request';

/** Accepts a dossier at the desk: checks the papers, issues the code, makes the appointment, and forwards by policy. */
@Injectable()
export class ReceiveDossier {
  constructor(
    private readonly codes: DossierCodes,
    private readonly dossiers: Dossiers,
    private readonly forward: ForwardDossier,
    private readonly policies: StepPolicies,
    private readonly clock: Clock,
  ) {}

  async run(request: ReceiveDossierRequest, actor: Actor): Promise<Dossier> {
    const acceptedAt = this.clock.now();
    const on = localDate(acceptedAt);
    const { procedure, ...papers } = request;
    const content = { ...papers, newCertificateRequested: papers.newCertificateRequested ?? false };
    const faults = acceptanceFaults(procedure, content, on);
    if (faults.length > 0) throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
    const version = acceptedVersion(procedure, on);
    const act = { at: acceptedAt, by: actor.id };
    // the number comes last: from here on the desk's other dossiers wait for this one's commit
    const [isForwarded, code] = await Promise.all([
      this.policies.isAutomatic('forward'),
      this.codes.next(deskCode(actor.office, on), on),
    ]);
    const accepted = accept(
      {
        code,
        office: actor.office,
        kind: 'land',
        channel: 'desk',
        procedure,
        ruleVersion: `${procedure}/v${version.version}`,
        content,
        acceptedAt,
        appointmentAt: vietnamCalendar.appointment(acceptedAt, statutoryWorkingDays(version, on)),
      },
      act,
    );
    this.dossiers.save(accepted);
    return isForwarded ? this.forward.run(accepted.dossier, act) : accepted.dossier;
  }
}
