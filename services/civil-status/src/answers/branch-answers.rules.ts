import type { LocalDate } from '@lienthong/kernel';
import { civilErrors } from '../civil-status.errors';
import type { CivilChain } from '../chains/civil-chain.state';
import { withBranch } from '../chains/opinion.rules';
import { answersFor } from '../chains/receivers.rules';

/** The branch of a sub-dossier of this chain. */
export function branchOf({ dossierCode, branches }: CivilChain, subDossierCode: string): string {
  const [parent, branch = ''] = subDossierCode.split('/');
  if (parent === dossierCode && Object.hasOwn(branches, branch)) return branch;
  throw civilErrors.BRANCH_UNKNOWN({ dossierCode, subDossierCode });
}

interface Answerer {
  readonly branch: string;
  readonly senderOffice: string;
  readonly on: LocalDate;
}

/** Only the office that was asked for its opinion gives it, also where the branch has gone to another one since. */
export function requireConsulted(chain: CivilChain, answerer: Answerer): void {
  const file = chain.branches[answerer.branch];
  const asked = file?.opinion && { ...file, office: file.opinion.office };
  requireAnswerer(asked ? withBranch(chain, answerer.branch, asked) : chain, answerer);
}

/** Only the office that was asked, or the one that took over its work, answers. */
export function requireAnswerer({ dossierCode, branches }: CivilChain, { branch, senderOffice, on }: Answerer): void {
  const file = branches[branch];
  if (file && answersFor(file.member, file.office, senderOffice, on)) return;
  throw civilErrors.SENDER_UNEXPECTED({ dossierCode, expected: file?.office ?? branch, sender: senderOffice });
}
