import type { WorkListDefinition } from '@lienthong/service-host';
import type { LandDossierStatus } from './dossiers/land-dossier.state';

const steps: Readonly<Record<string, LandDossierStatus>> = {
  check: 'received',
  'sign-slip': 'slip-drafted',
  'correct-slip': 'slip-returned',
  'sign-certificate': 'certificate-drafted',
  'correct-result': 'result-questioned',
};

/** Dossiers that wait for an officer or a leader. */
export const workList: WorkListDefinition = {
  roles: ['land-officer', 'land-leader', 'agency-leader'],
  table: 'land_dossier',
  key: 'dossier_code',
  since: 'since',
  state: 'status',
  steps,
  ofDossiers: true,
};
