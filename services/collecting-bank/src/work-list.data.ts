import type { WorkListDefinition } from '@lienthong/service-host';

/** Published items that nobody has paid. */
export const workList: WorkListDefinition = {
  roles: ['payer', 'bank-clerk'],
  table: 'payable_item',
  key: 'payable_item_id',
  since: 'published_at',
  state: 'state',
  steps: { debit: 'unpaid' },
  ofDossiers: false,
};
