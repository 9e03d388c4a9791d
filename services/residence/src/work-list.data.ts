import type { WorkListDefinition } from '@lienthong/service-host';

/** What waits for an officer or for somebody else, of all three kinds of work; the key finds it under its noun. */
export const workList: WorkListDefinition = {
  roles: ['residence-officer', 'agency-leader'],
  table: 'residence_work',
  key: 'key',
  since: 'since',
  state: 'state',
  steps: {
    register: 'request-received',
    'await-papers': 'supplement-wanted',
    deregister: 'death-received',
    'await-province': 'death-forwarded',
    'give-opinion': 'opinion-asked',
  },
  ofDossiers: false,
};
