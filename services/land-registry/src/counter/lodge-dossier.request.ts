import { ConveyancePapers, LandRequest } from '@lienthong/contracts';
import { Optional, Part, ProcedureCode } from '@lienthong/envelope';

/** What an officer types from papers that were brought to the land office itself: a conveyance, or a request. */
export class LodgeDossierRequest {
  @ProcedureCode()
  readonly procedure: string;

  @Optional()
  @Part(() => ConveyancePapers)
  readonly conveyance?: ConveyancePapers;

  @Optional()
  @Part(() => LandRequest)
  readonly request?: LandRequest;
}
