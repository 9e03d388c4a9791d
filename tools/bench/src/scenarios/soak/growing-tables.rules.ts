/** Rows of the tables of all services, by `<service>.<table>`, at one moment. */
export type RowCounts = ReadonlyMap<string, number>;

/** Why a table may grow with what passes through. */
export type Reason = 'log' | 'history' | 'window' | 'per stream' | 'record';

const MESSAGING: Readonly<Record<string, Reason>> = {
  // kept for the window of duplicates, then dropped by month
  inbox: 'window',
  // accepted rows are removed after 14 days
  outbox: 'window',
  // an answer can be given again for 30 days
  idempotency_key: 'window',
  // the last number of a stream is what makes its next message the next
  stream_in: 'per stream',
  stream_out: 'per stream',
};

const BUS: Readonly<Record<string, Reason>> = {
  ...{ log_entry: 'log', log_position: 'log', log_node: 'log', checkpoint: 'log' },
  ...{ payload: 'window', known_message: 'window', rejection: 'window' },
  // who was given what, and what became of it: the trace reads it
  delivery: 'history',
  // what a recipient said before its last word
  delivery_word: 'history',
  // what senders were told of deliveries that were not handled: removed after 30 days
  not_handled: 'window',
};

/** What an agency keeps by law or by its purpose: one or a few rows per dossier. */
const RECORDS = [
  'intake.dossier',
  'intake.dossier_change',
  'land-registry.land_dossier',
  'land-registry.parcel',
  'land-registry.price_position',
  'land-registry.register_entry',
  'land-registry.revenue_copy',
  'tax.assessment',
  'tax.land_price',
  'tax.obligation',
  'tax.payable_item',
  'tax.payment_notice',
  'tax.transfer_slip',
  'collecting-bank.payable_item',
  'collecting-bank.voucher',
  'treasury.booking',
  'treasury.credit_advice',
  'treasury.payable_item',
];

/** Why the table may grow; `undefined` when it may not. Partitions count as their table. */
export function reasonToGrow(table: string): Reason | undefined {
  const [service = '', name = ''] = table.split('.');
  const ofMessaging = MESSAGING[name];
  if (ofMessaging) return ofMessaging;
  if (service === 'integration-bus' && BUS[name]) return BUS[name];
  return RECORDS.includes(table) ? 'record' : undefined;
}

/** Tables that never had fewer rows than at the look before, and have more at the end than at the beginning. */
export function onlyGrowing(looks: readonly RowCounts[]): string[] {
  const [first, last] = [looks[0], looks.at(-1)];
  if (!first || !last || looks.length < 2) throw new Error('growth needs two looks at least');
  return [...last.keys()].filter((table) => {
    const counts = looks.map((look) => look.get(table) ?? 0);
    return (last.get(table) ?? 0) > (first.get(table) ?? 0) && counts.every((n, at) => n >= (counts[at - 1] ?? 0));
  });
}
