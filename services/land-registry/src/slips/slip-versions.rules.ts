import type { TransferSlipSentV2 } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';
import { changedFields } from './changed-fields.rules';
import type { SlipChangesRequest } from './slip-changes.request';

const MAX_SUBMISSION = 99;

/** The changes that an officer makes to a slip, whole field by whole field; what is not named stays. */
export type SlipChanges = Partial<SlipChangesRequest & Pick<SlipDraft, 'attachments'>>;

/** The slip of a dossier. @throws land-registry.SLIP_NOT_DRAFTED */
export function slipOf({ dossierCode, slip }: Pick<LandDossier, 'dossierCode' | 'slip'>): SlipDraft {
  if (!slip) throw landErrors.SLIP_NOT_DRAFTED({ dossierCode });
  return slip;
}

/** The same version with other content; against the slip that it replaces it says anew what differs. */
export function amended(slip: SlipDraft, changes: SlipChanges, replaced: SlipDraft | undefined): SlipDraft {
  const next = { ...slip, ...changes };
  return replaced ? { ...next, changedFields: changedFields(replaced, next) } : next;
}

/** The content of a slip that was sent. */
export function unsigned({ signature: _signature, ...content }: TransferSlipSentV2): SlipDraft {
  return content;
}

/** How a further version is known and why it comes. */
export interface NextVersion {
  readonly slipId: string;
  readonly slipNumber: string;
  readonly kind: 'supplement' | 'replacement';
  readonly reason?: string;
}

/** M14: the next version counts up, names the slip in whose place it comes, and lists what differs. */
export function nextVersion(
  replaced: SlipDraft,
  { slipId, slipNumber, kind, reason }: NextVersion,
  changes: SlipChanges,
): SlipDraft {
  const { reason: _before, changedFields: _differed, ...content } = replaced;
  const submission = replaced.submission + 1;
  if (submission > MAX_SUBMISSION) throw landErrors.SLIP_VERSIONS_EXHAUSTED({ submission });
  const version = { slipId, slipNumber, submission, submissionKind: kind, replacesSlipId: replaced.slipId };
  const next: SlipDraft = { ...content, ...changes, ...version, ...(reason !== undefined && { reason }) };
  return { ...next, changedFields: changedFields(replaced, next) };
}

/** What a version is called after what became of the one before: asked for by the tax office, or sent of one's own accord. */
export function kindOfNext(state: string | undefined): NextVersion['kind'] {
  return state === 'completion-wanted' ? 'supplement' : 'replacement';
}

/** Whether the day for the answer to the tax office has passed. */
export function isAnswerLate(answerBy: LocalDate | undefined, today: LocalDate): boolean {
  return answerBy !== undefined && answerBy < today;
}
