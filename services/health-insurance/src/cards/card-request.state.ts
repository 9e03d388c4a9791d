import type { BirthRecord, BranchRequest, HealthCardRequest, RequestState } from '@lienthong/contracts';

export type CardRequestState = RequestState<'issued'>;

/** A request for the card of a child under six (TK1-TS) as one branch of a birth chain. */
export interface CardRequest extends BranchRequest<'issued'> {
  readonly birth: BirthRecord;
  readonly request: HealthCardRequest;
  readonly cardNumber?: string;
}
