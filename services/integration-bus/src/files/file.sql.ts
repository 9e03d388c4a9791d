/** What is kept of a member is added up by one at a time. */
export const LOCK_OWNER = `select pg_advisory_xact_lock(hashtext('files-kept'), hashtext($1))`;

/**
 * A member that declares a file again goes on with the one that it began: nothing is sent twice over a slow line. No row
 * when the file is new and more than $8 bytes would be kept of the member.
 */
export const BEGIN_UPLOAD = `
with kept as (
  select coalesce(sum(size), 0) as bytes, coalesce(bool_or(
    (sha256, size, name, content_type) = ($6::text, $5::bigint, $3::text, $4::text)), false) as is_known
  from file where owner = $2 and state in ('uploading', 'complete'))
insert into file (file_id, owner, name, content_type, size, sha256, state, created_at, touched_at)
select $1::uuid, $2::text, $3, $4, $5, $6, 'uploading', $7::timestamptz, $7 from kept where is_known or bytes + $5 <= $8::bigint
on conflict (owner, sha256, size, name, content_type) where state in ('uploading', 'complete')
do update set touched_at = greatest(file.touched_at, excluded.touched_at)
returning *`;

export const FIND_FILE = 'select * from file where file_id = $1';

/** The file when it is the member's ($2) own, or a message that names it was given to this member. */
export const FIND_FOR_READER = `
select f.* from file f where f.file_id = $1 and (f.owner = $2 or exists (
  select 1 from message_file m join delivery d on d.log_id = m.log_id and d.recipient = $2 where m.file_id = f.file_id))`;

/** Known before it is written, so that nothing lies in the store of which the database knows nothing. */
export const ANNOUNCE_PIECE = 'insert into file_piece (file_id, piece_id, starts_at, size) values ($1, $2, $3, $4)';

/** The piece takes its place when the file still stands at its first byte: of two lines that send the same part one wins. */
export const PLACE_PIECE = `
with moved as (
  update file set received = received + $4, touched_at = $5
  where file_id = $1 and state = 'uploading' and received = $3 and received + $4 <= size returning 1)
update file_piece set is_stored = true from moved where file_id = $1 and piece_id = $2 returning piece_id`;

export const FORGET_PIECE = 'delete from file_piece where file_id = $1 and piece_id = $2 and not is_stored';

/** Pieces that hold bytes from $2 to $3, in order. */
export const PIECES_OF = `
select piece_id, starts_at, size from file_piece
where file_id = $1 and is_stored and starts_at <= $3 and starts_at + size > $2 order by starts_at`;

export const COMPLETE_UPLOAD = `
update file set state = 'complete', completed_at = $2, touched_at = $2
where file_id = $1 and state = 'uploading' and received = size returning *`;

/** An upload that is ended ($2: why). */
export const MARK_UPLOAD = `
update file set state = 'removing', removed_why = $2 where file_id = $1 and state = 'uploading' returning *`;

/**
 * Files that have served, at most $4: uploads that stand still since $1, whole files that nobody named since $2, and files
 * of which every message that names them has lost its payload; the last only when they were not named since $3, a moment
 * ago, which also keeps what is being named now: naming touches the row, and the row is looked at again when it is locked.
 */
export const MARK_SERVED = `
with served as (
  select f.file_id, case
      when f.state = 'uploading' then 'interrupted'
      when exists (select 1 from message_file m where m.file_id = f.file_id) then 'expired'
      else 'unnamed' end as why
  from file f
  where (f.state = 'uploading' and f.touched_at < $1::timestamptz) or (f.state = 'complete' and f.touched_at < $3::timestamptz
    and not exists (select 1 from message_file m join payload p on p.log_id = m.log_id where m.file_id = f.file_id)
    and (f.touched_at < $2::timestamptz or exists (select 1 from message_file m where m.file_id = f.file_id)))
  order by f.touched_at limit $4 for update of f skip locked)
update file f set state = 'removing', removed_why = s.why from served s where f.file_id = s.file_id returning f.*`;

/** What was marked and still has pieces in the store. */
export const REMOVING = `
select f.file_id, coalesce(array_agg(p.piece_id) filter (where p.piece_id is not null), '{}') as piece_ids
from file f left join file_piece p using (file_id)
where f.state = 'removing' and ($1::uuid is null or f.file_id = $1) group by f.file_id limit $2`;

export const FORGET_PIECES = 'delete from file_piece where file_id = $1 and piece_id = any($2::uuid[])';

export const REMOVED = `
update file set state = 'removed', removed_at = $2 where file_id = $1 and state = 'removing'
  and not exists (select 1 from file_piece p where p.file_id = file.file_id)`;

export const RECORD_READING = `
insert into file_reading (log_id, file_id, member, at, from_byte, to_byte) values ($1, $2, $3, $4, $5, $6)`;

/** Readings of a file after the one at $2, at most $3. */
export const READINGS_OF = `
select log_id, member, at, from_byte, to_byte from file_reading
where file_id = $1 and ($2::uuid is null or log_id > $2) order by log_id limit $3`;

/** Files in the order in which they began, the newest first: of one member ($1) and in one state ($2) where these are given. */
export const LIST_FILES = `
select * from file
where ($1::text is null or owner = $1) and ($2::text is null or state = $2) and ($3::uuid is null or file_id < $3)
order by file_id desc limit $4`;

export const MESSAGES_NAMING = `
select e.log_id, e.sender, e.id, e.type, e.subject, e.accepted_at from message_file m join log_entry e using (log_id)
where m.file_id = $1 order by e.log_id limit $2`;

/**
 * The files with these ids ($1) that a sender ($2, one for each id) may name: its own, and those it was given by a message.
 * They are locked in one order and touched, so that none is removed while a message that names it is taken over.
 */
export const TOUCH_NAMED = `
with wanted as (select * from unnest($1::uuid[], $2::text[]) v(file_id, sender)),
  known as (select f.file_id from file f where f.file_id = any($1::uuid[]) order by f.file_id for no key update),
  touched as (update file f set touched_at = greatest(f.touched_at, $3) from known k where f.file_id = k.file_id returning f.*)
select w.sender, t.* from wanted w join touched t using (file_id)
where t.owner = w.sender or exists (
  select 1 from message_file m join delivery d on d.log_id = m.log_id and d.recipient = w.sender where m.file_id = t.file_id)`;

export const NAME_FILES = `
insert into message_file (file_id, log_id) select distinct * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`;
