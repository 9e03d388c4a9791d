import { type PersonRole, roles } from '../people/people';
import type { BranchOffices } from '../play/branch-offices';

/** Everybody who acts on one dossier; where two are needed the second is the leader of the office. */
export interface LandPeople {
  readonly deskClerk: PersonRole;
  readonly landOfficer: PersonRole;
  readonly landLeader: PersonRole;
  readonly taxOfficer: PersonRole;
  readonly taxLeader: PersonRole;
  readonly payer: PersonRole;
  readonly bankClerk: PersonRole;
  readonly treasuryClerk: PersonRole;
  readonly treasuryLeader: PersonRole;
}

export function landPeople({ intake, land, tax, treasury }: BranchOffices): LandPeople {
  return {
    deskClerk: roles.deskClerk(intake),
    landOfficer: roles.landOfficer(land),
    landLeader: roles.landLeader(land),
    taxOfficer: roles.taxOfficer(tax),
    taxLeader: roles.leader('tax', tax),
    payer: roles.payer(),
    bankClerk: roles.bankClerk(),
    treasuryClerk: roles.treasuryClerk(treasury),
    treasuryLeader: roles.leader('treasury', treasury),
  };
}
