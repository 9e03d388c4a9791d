import type { WorkListDefinition } from '@lienthong/service-host';

/** Assessments that wait for a second officer, or for their notices. */
export const workList: WorkListDefinition = {
  roles: ['tax-officer', 'agency-leader'],
  table: 'assessment',
  key: 'dossier_code',
  since: 'received_at',
  state: 'state',
  steps: { confirm: 'to-confirm', issue: 'assessed' },
  ofDossiers: true,
};
