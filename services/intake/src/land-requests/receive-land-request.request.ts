import { LandRequest } from '@lienthong/contracts';
import { ProcedureCode } from '@lienthong/envelope';

/** What the desk clerk types from the papers of a change without another owner. */
export class ReceiveLandRequestRequest extends LandRequest {
  @ProcedureCode()
  readonly procedure: string;
}
