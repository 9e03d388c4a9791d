import type { WorkListDefinition } from '@lienthong/service-host';
import type { ChainStatus } from './chains/civil-chain.state';

const steps: Readonly<Record<string, ChainStatus>> = { check: 'received', number: 'registering', register: 'drafted' };

/** Chains that wait for a registrar, for the population database, or for the leader's signature. */
export const workList: WorkListDefinition = {
  roles: ['registrar', 'civil-leader', 'agency-leader'],
  table: 'civil_chain',
  key: 'dossier_code',
  since: 'since',
  state: 'status',
  steps,
  ofDossiers: true,
};
