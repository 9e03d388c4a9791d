import type { DossierStatusToldV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { nationalState } from '@lienthong/procedures';
import type { Dossier } from '../dossiers/dossier.state';

/** Where a dossier stands, without a word about anybody. */
export function statusTold(dossierCode: string, dossier: Dossier | undefined): DossierStatusToldV1 {
  if (!dossier) return { dossierCode, outcome: 'unknown' };
  const { state, since, appointmentAt } = dossier;
  return {
    ...{ dossierCode, outcome: 'known', state, stateName: nationalState(state).vi },
    ...{ since: instantText(since), appointmentAt: instantText(appointmentAt) },
  };
}
