import type { WorkListDefinition } from '@lienthong/service-host';

/** Credit advices that can be booked, and money in suspense that somebody has to clear. */
export const workList: WorkListDefinition = {
  roles: ['treasury-clerk', 'agency-leader'],
  table: 'credit_advice',
  key: 'reference',
  since: 'received_at',
  state: 'state',
  steps: { book: 'ready', clear: 'suspense' },
  ofDossiers: false,
};
