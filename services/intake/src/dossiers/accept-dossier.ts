import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { DossierCodes, StepPolicies } from '@lienthong/service-host';
import { deskCode } from '../codes/desk-code';
import { type Act, note } from './dossier-history.rules';
import { Dossiers } from './dossier.repository';
import { type Acceptance, accept } from './dossier.rules';
import type { Dossier } from './dossier.state';
import { ForwardDossier } from './forward-dossier';

/** What was found without a fault, and is accepted on the day. */
export interface Accepted extends Omit<Acceptance, 'code'> {
  readonly on: LocalDate;
  /** Told in the history, for example that a declaration comes late. */
  readonly remarks?: readonly string[];
}

/** Accepts a checked dossier of any kind: issues its code, and forwards it by policy. */
@Injectable()
export class AcceptDossier {
  constructor(
    private readonly codes: DossierCodes,
    private readonly dossiers: Dossiers,
    private readonly forward: ForwardDossier,
    private readonly policies: StepPolicies,
  ) {}

  async run({ on, remarks = [], ...acceptance }: Accepted, act: Act): Promise<Dossier> {
    // the number comes last: from here on the desk's other dossiers wait for this one's commit
    const [isForwarded, code] = await Promise.all([
      this.policies.isAutomatic('forward'),
      this.codes.next(deskCode(acceptance.office, on), on),
    ]);
    const accepted = accept({ ...acceptance, code }, act);
    const noted = remarks.reduce((decided, remark) => note(decided, remark, act), accepted);
    this.dossiers.save(noted);
    return isForwarded ? this.forward.run(noted.dossier, act) : noted.dossier;
  }
}
