import { DossierCode, InstantText, MemberCode, Optional, Text } from '@lienthong/envelope';
import { ListRequest } from '@lienthong/service-host';

/** What is not given is not asked for. */
export class ListParkedRequest extends ListRequest {
  @Optional() @MemberCode() readonly recipient?: string;
  @Optional() @Text({ max: 160 }) readonly type?: string;
  @Optional() @Text({ max: 500 }) readonly cause?: string;
  @Optional() @DossierCode() readonly dossierCode?: string;
  /** Parked at this time or later, and before `to`, by the recipient's clock. */
  @Optional() @InstantText() readonly from?: string;
  @Optional() @InstantText() readonly to?: string;
}
