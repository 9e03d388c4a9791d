import { civilErrors } from '../civil-status.errors';
import type { BranchFile, CivilChain } from './civil-chain.state';

/** The branch whose agency is heard; a question to an agency that has no part in the chain would never be answered. */
export function askableBranch({ dossierCode, branches }: CivilChain, branch: string): BranchFile {
  const file = branches[branch];
  if (!file) throw civilErrors.BRANCH_UNKNOWN({ dossierCode, subDossierCode: `${dossierCode}/${branch}` });
  const { opinion } = file;
  if (isAwaited(file)) throw civilErrors.OPINION_AWAITED({ dossierCode, ...opinion });
  return file;
}

export function isAwaited({ opinion }: BranchFile): boolean {
  return opinion !== undefined && opinion.givenAt === undefined;
}

/** The chain with what is known of a branch changed. */
export function withBranch(chain: CivilChain, branch: string, file: BranchFile): CivilChain {
  return { ...chain, branches: { ...chain.branches, [branch]: file } };
}
