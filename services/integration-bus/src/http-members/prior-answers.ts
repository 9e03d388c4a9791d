import { Injectable } from '@nestjs/common';
import { Database } from '@lienthong/persistence';
import type { Submission } from '../exchange/submission';
import type { Submitted } from './submitted.rules';

/** What the log says of messages (sender $1, id $2, leaf $3): accepted, or refused and why. */
const FIND_ANSWERS = `
select n.nr::int as nr, e.log_id, e.accepted_at, r.code, r.text
from unnest($1::text[], $2::uuid[], $3::bytea[]) with ordinality n(sender, id, leaf, nr)
  left join rejection r using (sender, id, leaf)
  left join known_message k on k.sender = n.sender and k.id = n.id and k.leaf = n.leaf
  join log_entry e on e.log_id = coalesce(r.log_id, k.log_id)`;

interface AnswerRow {
  nr: number;
  log_id: string;
  accepted_at: Date;
  code: string | null;
  text: string | null;
}

/** Answers that were given before. */
@Injectable()
export class PriorAnswers {
  constructor(private readonly database: Database) {}

  /** In the order of the question; `undefined` for what the log does not know. */
  async of(submissions: readonly Submission[]): Promise<(Submitted | undefined)[]> {
    if (submissions.length === 0) return [];
    const rows = await this.database.query<AnswerRow>(FIND_ANSWERS, [
      submissions.map(({ sender }) => sender),
      submissions.map(({ envelope }) => envelope.attributes.id),
      submissions.map(({ leaf }) => leaf),
    ]);
    const byNumber = new Map(rows.map((row) => [row.nr, toSubmitted(row)]));
    return submissions.map((_, i) => byNumber.get(i + 1));
  }
}

function toSubmitted({ log_id: logId, accepted_at: at, code, text }: AnswerRow): Submitted {
  return code === null ? { outcome: 'accepted', logId, at } : { outcome: 'refused', logId, at, code, text: text ?? '' };
}
