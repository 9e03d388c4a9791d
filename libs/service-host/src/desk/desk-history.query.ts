import { instantText } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { type Page, pageOf, placeOf } from '../lists/page';

/** Who changed what, when, because of which message, under which rules. */
export interface ChangeView {
  readonly kind: string;
  readonly key: string;
  readonly before?: string;
  readonly state: string;
  /** Names of the fields that changed; never their content. */
  readonly fields: readonly string[];
  readonly by: string;
  readonly at: string;
  readonly messageId?: string;
  readonly reason?: string;
  /** Version of the procedure, and rows of law. */
  readonly rules: readonly string[];
}

interface Row {
  readonly number: string;
  readonly kind: string;
  readonly key: string;
  readonly before: string | null;
  readonly state: string;
  readonly fields: readonly string[];
  readonly by: string;
  readonly at: Date;
  readonly messageId: string | null;
  readonly reason: string | null;
  readonly rules: readonly string[];
}

/** All offices of the list are asked about, so that an office knows what it took over. */
export interface HistoryWanted {
  readonly subject: string;
  readonly offices: readonly string[];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const LIST = `
select number::text, kind, key, before, state, fields, by, at, message_id as "messageId", reason, rules
  from desk_change where subject = $1 and office = any($2) and number > $3::bigint order by desk_change.number limit $4`;
const NUMBER = /^\d{1,18}$/;

/** The changes of one dossier at this agency, the oldest first. */
export async function historyPage(
  unitOfWork: UnitOfWork,
  { subject, offices, limit, cursor }: HistoryWanted,
): Promise<Page<ChangeView>> {
  const [after = ''] = cursor === undefined ? ['0'] : placeOf(cursor, 1);
  const from = NUMBER.test(after) ? after : '0';
  const rows = await unitOfWork.query<Row>(LIST, [subject, offices, from, limit + 1]);
  return pageOf(rows, limit, { view: changeView, place: ({ number }) => [number] });
}

function changeView({ number: _number, before, at, messageId, reason, ...row }: Row): ChangeView {
  return {
    ...row,
    ...(before !== null && { before }),
    at: instantText(at),
    ...(messageId !== null && { messageId }),
    ...(reason !== null && { reason }),
  };
}
