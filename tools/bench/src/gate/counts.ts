import { accounts, type Databases, NOTICED } from '../../../crash-sweep/src';
import type { ServiceName } from '../../../local-infra/src';

/** What one member recorded, in numbers. */
export interface MemberCounts {
  readonly member: string;
  readonly recorded: number;
  readonly accepted: number;
  readonly handled: number;
  /** Marks of any other outcome than handled and parked. */
  readonly markedOtherwise: number;
  readonly markedParked: number;
  readonly parked: number;
  readonly stashed: number;
  readonly gaps: number;
}

/** What the bus recorded of one member. */
export interface BusCounts {
  readonly member: string;
  /** Entries of messages that it sent. */
  readonly logged: number;
  readonly delivered: number;
  /** Deliveries whose last word is `handled`, by an acknowledgement in the log. */
  readonly acknowledged: number;
  readonly parked: number;
}

/** Copies of messages from one member to another, as the sender addressed them. */
export interface Addressed {
  readonly member: string;
  readonly copies: number;
}

/** Sum and fingerprint of items: two lists of the same items have the same, in whatever order. */
export interface Account {
  readonly what: string;
  readonly items: number;
  readonly dong: string;
  readonly print: string;
}

export interface Counts {
  readonly members: readonly MemberCounts[];
  readonly bus: readonly BusCounts[];
  readonly addressed: readonly Addressed[];
  readonly busStashed: number;
  readonly busRejected: number;
}

export interface LandCounts {
  readonly dossiers: number;
  readonly ended: number;
  readonly noticed: Account;
  readonly accounts: readonly Account[];
}

const BUS: ServiceName = 'integration-bus';
/** The last of the ten national states: the result was returned. */
const RESULT_RETURNED = 10;

const OF_MEMBER = `select $1 as member, o.*, i.*, (select count(*) from parked)::int as parked,
  (select count(*) from stash)::int as stashed, (select count(*) from gap)::int as gaps
from (select count(*)::int as recorded, count(accepted_at)::int as accepted from outbox) o,
  (select count(*) filter (where outcome = 'handled')::int as handled, count(*) filter (where outcome = 'parked')::int as "markedParked",
    count(*) filter (where outcome not in ('handled', 'parked'))::int as "markedOtherwise" from inbox) i`;
const ADDRESSED = `select member, count(*)::int as copies from
  (select distinct o.id, split_part(r, '/', 1) as member from outbox o, unnest(string_to_array(o.recipients, ',')) r) a
group by member`;
const OF_BUS = `select member, coalesce(logged, 0) as logged, coalesce(delivered, 0) as delivered,
  coalesce(acknowledged, 0) as acknowledged, coalesce(parked, 0) as parked
from (select sender as member, count(*)::int as logged from log_entry where kind = 'accepted' group by sender) l
full join (select recipient as member, count(*)::int as delivered,
    count(ack_log_id) filter (where state = 'acknowledged' and outcome = 'handled')::int as acknowledged,
    count(*) filter (where outcome = 'parked')::int as parked from delivery group by recipient) d using (member)`;
const BUS_ASIDE = `select (select count(*) from stash)::int as stashed, (select count(*) from rejection)::int as rejected`;
const ENDED = `select count(*)::int as dossiers, (count(*) filter (where state = ${RESULT_RETURNED}))::int as ended from dossier`;

const accountOf = (
  sql: string,
): string => `select count(*)::int as items, coalesce(sum(dong::numeric), 0)::text as dong,
  coalesce(sum(hashtextextended(id || ' ' || dong, 0)), 0)::text as print from (${sql}) item`;

/** Counts what all services recorded of messages: a handful of statements, however many rows there are. */
export async function countMessages(databases: Databases, members: readonly ServiceName[]): Promise<Counts> {
  const [ofMembers, addressed, bus, aside] = await Promise.all([
    Promise.all(members.map((member) => databases.rows<MemberCounts>(member, OF_MEMBER, [member]))),
    Promise.all(members.map((member) => databases.rows<Addressed>(member, ADDRESSED))),
    databases.rows<BusCounts>(BUS, OF_BUS),
    databases.rows<{ stashed: number; rejected: number }>(BUS, BUS_ASIDE),
  ]);
  const { stashed = 0, rejected = 0 } = aside[0] ?? {};
  return { members: ofMembers.flat(), addressed: addressed.flat(), bus, busStashed: stashed, busRejected: rejected };
}

/** Counts land transfers and the money that belongs to them, at every agency that keeps it. */
export async function countLand(databases: Databases): Promise<LandCounts> {
  const read = async (what: string, service: ServiceName, sql: string): Promise<Account> => {
    const [row] = await databases.rows<Omit<Account, 'what'>>(service, accountOf(sql));
    return { what, items: 0, dong: '0', print: '0', ...row };
  };
  const [[desk], noticed, kept] = await Promise.all([
    databases.rows<{ dossiers: number; ended: number }>('intake', ENDED),
    read('noticed', 'tax', NOTICED),
    Promise.all(accounts.map(({ what, service, sql }) => read(what, service, sql))),
  ]);
  return { dossiers: 0, ended: 0, ...desk, noticed, accounts: kept };
}
