import type { WorkListDefinition } from '@lienthong/service-host';

/** Credit advices that can be booked. */
export const workList: WorkListDefinition = {
  roles: ['treasury-clerk', 'agency-leader'],
  table: 'credit_advice',
  key: 'reference',
  since: 'received_at',
  state: 'state',
  steps: { book: 'ready' },
  ofDossiers: false,
};
