import { instantText } from '@lienthong/kernel';
import type { UnitOfWork } from '@lienthong/persistence';
import { deskId } from './desk.definition';
import type { WorkName } from './desk-claims';
import type { Claim } from './work-list.query';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly at: Date;
}

/** The officer who has claimed it at this office. */
export interface ClaimedBy {
  readonly claimedBy?: Claim;
}

const HOLDER = `
  select claimed_by as id, claimed_name as name, claimed_at as at from desk_entry where id = $1 and claimed_by is not null`;

/** The officer who has claimed a piece of waiting work, as a part of an answer that says who has it. */
export async function holderOf(unitOfWork: Pick<UnitOfWork, 'query'>, { kind, key }: WorkName): Promise<ClaimedBy> {
  const [row] = await unitOfWork.query<Row>(HOLDER, [deskId({ kind }, key)]);
  return row ? { claimedBy: { id: row.id, name: row.name, at: instantText(row.at) } } : {};
}
