/** Refusals told before $1: at most $2 at a time. */
export const FORGET_REJECTIONS = `
delete from rejection where (sender, id, leaf) in (
  select sender, id, leaf from rejection where at < $1 order by at limit $2)`;
