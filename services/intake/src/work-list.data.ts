import type { NationalStateCode } from '@lienthong/procedures';
import type { WorkListDefinition } from '@lienthong/service-host';

const steps: Readonly<Record<string, NationalStateCode>> = { forward: 2, 'hand-over': 9 };

/** Dossiers that wait for the desk. */
export const workList: WorkListDefinition = {
  roles: ['desk-clerk', 'agency-leader'],
  table: 'dossier',
  key: 'code',
  since: 'since',
  state: 'state',
  steps,
  ofDossiers: true,
};
