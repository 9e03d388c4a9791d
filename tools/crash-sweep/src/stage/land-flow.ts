import { join } from 'node:path';
import { localDate, OffsetClock } from '@lienthong/kernel';
import {
  branchOffices,
  deriveDossier,
  type DossierFile,
  manualDesks,
  PlayedDossier,
  readDossierFile,
  registerParcels,
  roles,
  setPolicies,
  type StackAccess,
  submitDossier,
} from '../../../demo/src';
import { repositoryRoot } from '../../../local-infra/src';
import type { Flow } from './flow';
import { ScriptedFlow } from './scripted-flow';

/** Land transfers. */
export function landFlow(access: StackAccess): Flow {
  const today = localDate(new OffsetClock(access.clockOffsetMs).now());
  const file = readDossierFile(join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json'), today);
  const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
  // policies change while dossiers are under way: what was debited by itself may be booked by a clerk
  const stray = new PlayedDossier(file);
  return new ScriptedFlow<DossierFile>(access, (agencies) => ({
    clerk: roles.deskClerk(offices.intake),
    file: (place) => deriveDossier(file, place),
    paperOf: ({ contract }) => contract.number,
    decidePolicies: (automatic) => setPolicies(agencies, offices, automatic),
    handIn: async (dossier) => {
      await registerParcels(agencies, offices, [dossier.file]);
      await submitDossier({ agencies, offices }, dossier);
    },
    desks: (dossiers) => manualDesks(agencies, offices, dossiers, stray),
    strayFailure: () => stray.failure,
  }));
}
