import type { ServiceName } from '../../../../local-infra/src';

/**
 * How a column of a copied row differs from its model: `text` gets the copy's number, `id` becomes an id of an earlier
 * time (the same model gives the same, so that rows still belong together), anything else is SQL over `t` and `n`.
 */
export type Change = 'text' | 'id' | { readonly sql: string };

export interface CopiedTable {
  readonly service: ServiceName;
  readonly table: string;
  readonly changes: Readonly<Record<string, Change>>;
  /** Rows that are models; all without it. */
  readonly where?: string;
  /** Copies of log and deliveries follow the wanted log rows, all others the wanted dossiers. */
  readonly isLog?: boolean;
}

const MEMBERS: readonly ServiceName[] = ['intake', 'land-registry', 'tax', 'treasury', 'collecting-bank'];

const messaging = (service: ServiceName): CopiedTable[] => [
  { service, table: 'inbox', changes: { id: 'id', stream: 'text' } },
  { service, table: 'stream_in', changes: { key: 'text' } },
  { service, table: 'stream_out', changes: { key: 'text' } },
  // of the last 14 of 90 days: older rows are gone by then
  { service, table: 'outbox', changes: { id: 'id', stream: 'text', subject: 'text' }, where: 'n % 6 = 0' },
];

/** A number of its own in the place of the ten digits; the year 2099 keeps it apart from what is made meanwhile. */
const REFERENCE: Change = {
  sql: `substr(t.reference, 1, 4) || '2099' || lpad((substr(t.reference, 9, 10)::bigint + n * 1000)::text, 10, '0') || substr(t.reference, 19)`,
};

/** Before all positions that the sequencer gives. */
const POSITION: Change = { sql: '-(t.position + 1) - (n - 1) * (select max(position) + 1 from log_position)' };

/** Every table that grows with dossiers; a copy of a dossier is a copy of all its rows in all of them. */
export const copiedTables: readonly CopiedTable[] = [
  ...MEMBERS.flatMap(messaging),
  { service: 'intake', table: 'dossier', changes: { code: 'text' } },
  { service: 'intake', table: 'dossier_change', changes: { key: 'text', dossier_code: 'text' } },
  { service: 'intake', table: 'idempotency_key', changes: { key: 'text' } },
  { service: 'land-registry', table: 'land_dossier', changes: { dossier_code: 'text', receipt_number: 'text' } },
  { service: 'land-registry', table: 'parcel', changes: { key: 'text', parcel_number: 'text' } },
  { service: 'land-registry', table: 'price_position', changes: { key: 'text', position: 'text' } },
  {
    service: 'land-registry',
    table: 'register_entry',
    changes: { register_number: 'text', dossier_code: 'text', serial: 'text' },
  },
  { service: 'land-registry', table: 'revenue_copy', changes: { confirmation_id: 'text' } },
  { service: 'tax', table: 'land_price', changes: { place: 'text', position: 'text' } },
  { service: 'tax', table: 'transfer_slip', changes: { slip_id: 'text', dossier_code: 'text' } },
  { service: 'tax', table: 'assessment', changes: { dossier_code: 'text', slip_id: 'text' } },
  {
    service: 'tax',
    table: 'payment_notice',
    changes: { key: 'text', number: 'text', dossier_code: 'text', slip_id: 'text' },
  },
  { service: 'tax', table: 'payable_item', changes: { payable_item_id: 'text', dossier_code: 'text' } },
  { service: 'tax', table: 'obligation', changes: { dossier_code: 'text' } },
  { service: 'collecting-bank', table: 'payable_item', changes: { payable_item_id: 'text' } },
  { service: 'collecting-bank', table: 'voucher', changes: { reference: REFERENCE } },
  { service: 'treasury', table: 'payable_item', changes: { payable_item_id: 'text' } },
  { service: 'treasury', table: 'credit_advice', changes: { reference: 'text' } },
  {
    service: 'treasury',
    table: 'booking',
    changes: { reference: 'text', confirmation_id: 'text', entry_number: 'text' },
  },
  ...onTheBus(),
];

function onTheBus(): CopiedTable[] {
  const service = 'integration-bus';
  const tables: Record<string, Omit<CopiedTable, 'service' | 'table'>> = {
    log_position: { changes: { position: POSITION, log_id: 'id' } },
    log_entry: {
      changes: { log_id: 'id', id: 'id', causation_id: 'id', subject: 'text', stream: 'text' },
      where: "t.kind <> 'bootstrap'",
    },
    payload: { changes: { log_id: 'id' } },
    known_message: { changes: { id: 'id', log_id: 'id' } },
    delivery: { changes: { stream: 'text', log_id: 'id', ack_log_id: 'id' } },
    stream_in: { changes: { key: 'text' } },
    stream_out: { changes: { key: 'text' } },
  };
  return Object.entries(tables).map(([table, rest]) => ({ service, table, isLog: true, ...rest }));
}
