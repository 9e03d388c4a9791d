import type { Databases } from '../../../crash-sweep/src';
import type { ServiceName } from '../../../local-infra/src';
import { InvalidRun } from '../scenario';

/** What the messages of one land transfer are like, as counted in the databases: the floor's chain is cut to it. */
export interface ChainShape {
  /** Senders and recipients in the order of the log: one more than there are messages. */
  readonly route: readonly string[];
  readonly messages: number;
  /** Messages of which each answers the one before; the others go beside them, while in the floor's chain all follow each other. */
  readonly longestPath: number;
  /** Copies to recipients; a message may have several. */
  readonly deliveries: number;
  /** Mean payload. */
  readonly bytes: number;
  /** Mean rows of state written per message at the agencies, apart from messaging tables. */
  readonly stateRows: number;
  /** Per message: mean of messages handled and sent, by agency. */
  readonly stepsOf: ReadonlyMap<string, number>;
}

interface Logged {
  readonly depth: number;
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly bytes: number;
}

/** The first dossier's messages in the order of the log: what was caused by the message that a desk sent by itself. */
const TRACE = `
with recursive chain as (
  (select log_id, id, sender, 1 as depth from log_entry where kind = 'accepted' and causation_id is null order by log_id limit 1)
  union all
  select l.log_id, l.id, l.sender, depth + 1 from log_entry l join chain c on l.causation_id = c.id where l.kind = 'accepted'
)
select c.sender, c.depth, octet_length(p.value) as bytes,
  (select array_agg(d.recipient order by d.recipient) from delivery d where d.log_id = c.log_id) as recipients
from chain c join payload p using (log_id) order by c.log_id`;

/** Rows of state beside the rows of the outbox, from the same statistics: what is not yet counted is missing in both. */
const WRITTEN = `
select coalesce(sum(n_tup_ins) filter (where relname = 'outbox'), 0)::int as sent,
  coalesce(sum(n_tup_upd + case when relname = any($2) then 0 else n_tup_ins end) filter (where relname !~ $1), 0)::int as rows
from pg_stat_user_tables`;
const MESSAGING = '^(outbox|inbox|stream_|parked|stash|gap|outgoing_epoch|idempotency_key|step_policy|migrations)';
/** Filled before a run; in a run their rows only change. */
const REGISTERS = ['parcel', 'price_position', 'land_price'];

/** Counts it after dossiers have run. */
export async function chainShape(databases: Databases): Promise<ChainShape> {
  const trace = await databases.rows<Logged>('integration-bus', TRACE);
  const first = trace[0];
  if (!first) throw new InvalidRun('no dossier has left messages at the bus');
  const agencies = databases.services.filter((name) => name !== 'integration-bus');
  const written = await Promise.all(agencies.map((agency) => writtenAt(databases, agency)));
  const sum = (of: (one: Written) => number): number => written.reduce((total, one) => total + of(one), 0);
  const recipients = trace.flatMap((message) => message.recipients);
  return {
    route: [first.sender, ...trace.map((message) => message.recipients[0] ?? first.sender)],
    messages: trace.length,
    longestPath: Math.max(...trace.map(({ depth }) => depth)),
    deliveries: recipients.length,
    bytes: Math.round(trace.reduce((total, { bytes }) => total + bytes, 0) / trace.length),
    stateRows: sum(({ rows }) => rows) / sum(({ sent }) => sent),
    stepsOf: stepsOf(trace, recipients),
  };
}

/** The shape in figures, for the report. */
export function shapeFacts({
  messages,
  longestPath,
  deliveries,
  bytes,
  stateRows,
}: ChainShape): Record<string, number> {
  return {
    messagesPerDossier: messages,
    messagesOnLongestPath: longestPath,
    deliveriesPerDossier: deliveries,
    bytesPerMessage: bytes,
    stateRowsPerMessage: stateRows,
  };
}

interface Written {
  readonly sent: number;
  readonly rows: number;
}

async function writtenAt(databases: Databases, agency: ServiceName): Promise<Written> {
  const [row] = await databases.rows<Written>(agency, WRITTEN, [MESSAGING, REGISTERS]);
  return row ?? { sent: 0, rows: 0 };
}

function stepsOf(trace: readonly Logged[], recipients: readonly string[]): Map<string, number> {
  const steps = new Map<string, number>();
  const half = (member: string): void => void steps.set(member, (steps.get(member) ?? 0) + 0.5);
  for (const { sender } of trace) half(sender);
  for (const recipient of recipients) half(recipient);
  return steps;
}
