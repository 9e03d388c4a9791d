/** Tables of a member of the floor: what came, what it holds, what leaves. */
export const MEMBER_TABLES = `
create table inbox (
  sender text not null, id uuid not null, stream text not null, hash text not null,
  handled_at timestamptz not null default now(), primary key (sender, id)
);
create table state (
  key text primary key, chain text not null, visits integer not null, amount bigint not null,
  updated_at timestamptz not null default now()
) with (fillfactor = 70);
create table outbox (
  id uuid primary key, ord bigint generated always as identity, recipient text not null, stream text not null,
  time text not null, payload text not null, sent_at timestamptz, accepted_at timestamptz
) with (fillfactor = 70);
create index outbox_unsent on outbox (ord) where sent_at is null;`;

/** Tables of the floor's bus: the log, payloads apart, and who is to get what. */
export const BUS_TABLES = `
create table log_entry (
  id uuid primary key, sender text not null, recipient text not null, stream text not null, time text not null,
  hash text not null, signature text not null, accepted_at timestamptz not null default now()
);
create table payload (id uuid primary key, value text not null);
create table delivery (
  id uuid primary key, ord bigint generated always as identity, recipient text not null, produced_at timestamptz,
  acknowledged_at timestamptz
) with (fillfactor = 70);
create index delivery_waiting on delivery (ord) where produced_at is null;`;
