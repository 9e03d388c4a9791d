/** Streams with a gap that were last asked for before $2; claimed by moving the time of asking. */
export const CLAIM_GAPS = `
with due as (
  select key from stream_in where stashed > 0 and asked_at <= $2 order by key limit 500 for update skip locked)
update stream_in s set asked_at = $1
from due join lateral (
  select h.epoch, h.seq from stash h where h.key = due.key order by h.epoch, h.seq limit 1) h on true
where s.key = due.key
returning s.key, s.epoch, s.last_in, h.epoch as stash_epoch, h.seq as stash_seq`;

/** Streams in which messages have waited since before $2, of which no operator was told since then; claimed by telling ($1). */
export const CLAIM_ALARMS = `
with due as (
  select key from stream_in where stashed > 0 and gap_since <= $2 and (alarmed_at is null or alarmed_at <= $2)
  order by key limit 500 for update skip locked)
update stream_in s set alarmed_at = $1 from due where s.key = due.key
returning s.key, s.epoch, s.last_in, s.stashed, s.gap_since`;
