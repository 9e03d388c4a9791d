import { communeNow, officeById, officeFor, officeNameOn, officeNow } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { civilErrors } from '../civil-status.errors';
import type { CivilChain } from './civil-chain.state';

/** One office of one member. */
export interface Receiver {
  readonly member: string;
  readonly office: string;
}

/** Who answers for a branch, and the commune whose office it is. */
const memberOf: Readonly<Record<string, string>> = {
  registration: 'civil-status',
  residence: 'residence',
  'health-card': 'health-insurance',
  benefits: 'health-insurance',
  funeral: 'social-protection',
};

/** The commune as it is called on a day: itself, or the one into which it was merged (O §4.5 unit merged). */
export function communeCodeNow(code: string, on: LocalDate): string {
  return communeNow(code, on)?.code ?? code;
}

/** The office of a member that answers for a commune on a day, whatever the commune was called in the declaration. */
export function officeOf(member: string, communeCode: string, on: LocalDate): string | undefined {
  return officeFor(member, communeCodeNow(communeCode, on), on)?.id;
}

/** The commune of a branch: the chosen parent's for residence and card, the deceased person's where it is known. */
export function communeOfBranch(chain: CivilChain, branch: string): string {
  const { birth, death } = chain;
  if (birth) {
    const asked = branch === 'residence' ? birth.residence : branch === 'health-card' ? birth.healthCard : undefined;
    return asked?.communeCode ?? birth.registrationCommuneCode;
  }
  if (!death) throw new Error(`chain ${chain.dossierCode} has no declaration`);
  return branch === 'registration'
    ? death.registrationCommuneCode
    : (death.deceased.residence?.communeCode ?? death.registrationCommuneCode);
}

/**
 * The receiver of a branch by the code valid now. The residence of a deceased person may lie where this installation has no
 * police: then the commune of the act is asked, and forwards it (O §4.6 another province).
 */
export function receiverOf(chain: CivilChain, branch: string, on: LocalDate): Receiver {
  const found = findReceiver(chain, branch, on);
  if (found) return found;
  throw civilErrors.OFFICE_UNKNOWN({
    member: memberOf[branch] ?? branch,
    communeCode: communeOfBranch(chain, branch),
    on,
  });
}

/** The receiver of a branch, where this installation has one. */
export function findReceiver(chain: CivilChain, branch: string, on: LocalDate): Receiver | undefined {
  const member = memberOf[branch];
  const office = member && (officeOf(member, communeOfBranch(chain, branch), on) ?? officeOfAct(chain, member, on));
  return member && office ? { member, office } : undefined;
}

/** Whether an office may answer for the one that was asked: itself, or what followed it. */
export function answersFor(member: string, asked: string, sender: string, on: LocalDate): boolean {
  return asked === sender || officeNow(member, asked, on)?.id === sender;
}

/** The office of a member that does the work of this one on a day. */
export function officeOnDay(member: string, id: string, on: LocalDate): string {
  return officeNow(member, id, on)?.id ?? id;
}

/** The name of an office on the papers of a day. */
export function nameOfOffice(member: string, id: string, on: LocalDate): string {
  const office = officeById(member, id, on);
  return office ? officeNameOn(office, on) : id;
}

function officeOfAct({ death }: CivilChain, member: string, on: LocalDate): string | undefined {
  return death && officeOf(member, death.registrationCommuneCode, on);
}
