import { DateText, Optional } from '@lienthong/envelope';
import type { LocalDate } from '@lienthong/kernel';
import { ListRequest } from '@lienthong/service-host';

export class ListReconciliationsRequest extends ListRequest {}

/** A day in Vietnam, yesterday if none is named. */
export class ReconcileRequest {
  @Optional() @DateText() readonly day?: LocalDate;
}

export class ReconciledDay {
  @DateText() readonly day: LocalDate;
}
