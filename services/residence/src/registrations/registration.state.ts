import type { BirthRecord, BranchRequest, RequestState, ResidenceRequest } from '@lienthong/contracts';

export type RegistrationState = RequestState<'registered'>;

/** A request for permanent residence of a child (CT01) as one branch of a birth chain; its receipt is CT04. */
export interface Registration extends BranchRequest<'registered'> {
  readonly birth: BirthRecord;
  readonly request: ResidenceRequest;
  /** The chain whose residence branch was refused before (O §4.5). */
  readonly previousDossierCode?: string;
  readonly noticeNumber?: string;
}
