import type { WorkListDefinition } from '@lienthong/service-host';

/** What waits for an officer or for somebody else, of all kinds of work; the key finds it under its noun. */
export const workList: WorkListDefinition = {
  roles: ['insurance-officer', 'agency-leader'],
  table: 'insurance_work',
  key: 'key',
  since: 'since',
  state: 'state',
  steps: {
    issue: 'request-received',
    'await-papers': 'supplement-wanted',
    'stop-benefits': 'death-received',
    'tell-allowance': 'allowance-asked',
    'recover-allowance': 'allowance-recovery',
  },
  ofDossiers: false,
};
