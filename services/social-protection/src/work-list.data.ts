import type { WorkListDefinition } from '@lienthong/service-host';
import type { ClaimState } from './claims/funeral-claim.state';

const steps: Readonly<Record<string, ClaimState>> = {
  assess: 'received',
  'await-allowance': 'allowance-asked',
  decide: 'assessed',
  recover: 'recovery',
};

/** Claims that wait for the officer, for social insurance, for the chair, or for their money to come back. */
export const workList: WorkListDefinition = {
  roles: ['social-officer', 'commune-chair', 'agency-leader'],
  table: 'funeral_claim',
  key: 'dossier_code',
  since: 'since',
  state: 'state',
  steps,
  ofDossiers: true,
};
