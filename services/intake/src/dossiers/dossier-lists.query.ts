import { Injectable } from '@nestjs/common';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { nationalState, type NationalStateCode } from '@lienthong/procedures';
import { type ListRequest, type Page, pageOf, placeOf } from '@lienthong/service-host';
import type { DossierChange } from './dossier.state';

interface ListRow {
  readonly code: string;
  readonly kind: string;
  readonly state: NationalStateCode;
  readonly acceptedAt: Date;
  readonly appointmentAt: Date;
  readonly receiptNumber: string | null;
}

/** What one desk looks up: the history of a dossier, and its dossiers page by page, the newest code first. */
@Injectable()
export class DossierLists {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  history(code: string): Promise<DossierChange[]> {
    return this.unitOfWork.query<DossierChange>(
      `select "kind", "state", "at", "by", "reason" from dossier_change where dossier_code = $1 order by "number"`,
      [code],
    );
  }

  async ofOffice(office: string, { limit, cursor }: ListRequest): Promise<Page<object>> {
    const before = cursor === undefined ? null : placeOf(cursor, 1)[0];
    const rows = await this.unitOfWork.query<ListRow>(
      `select code, kind, state, accepted_at as "acceptedAt", appointment_at as "appointmentAt", receipt_number as "receiptNumber"
         from dossier where office = $1 and ($2::text is null or code < $2) order by code desc limit $3`,
      [office, before, limit + 1],
    );
    return pageOf(rows, limit, { view: listItem, place: ({ code }) => [code] });
  }
}

function listItem({ code, kind, state, acceptedAt, appointmentAt, receiptNumber }: ListRow): object {
  return {
    code,
    kind,
    state,
    stateName: nationalState(state).vi,
    acceptedAt: instantText(acceptedAt),
    appointmentAt: instantText(appointmentAt),
    ...(receiptNumber !== null && { receiptNumber }),
  };
}
