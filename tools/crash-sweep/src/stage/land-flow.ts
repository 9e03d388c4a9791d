import { join } from 'node:path';
import { localDate, OffsetClock } from '@lienthong/kernel';
import {
  branchOffices,
  deriveDossier,
  type DossierFile,
  landScenarioOf,
  LandScene,
  manualDesks,
  PlayedDossier,
  playScene,
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

/** What the people of a script do by hand also where agencies act by themselves. */
const BY_HAND = ['debit', 'hand-over'];
/** Longer than any process lies dead. */
const PATIENCE_MS = 120_000;

/** Land transfers that go as the scenario says: by people at every desk, or by its script, in which no day passes here. */
export function landFlow(access: StackAccess, scenarioName: string): Flow {
  const { script, change } = landScenarioOf(scenarioName);
  const today = localDate(new OffsetClock(access.clockOffsetMs).now());
  const file = readDossierFile(join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json'), today, change);
  const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
  // policies change while dossiers are under way: what was debited by itself may be booked by a clerk
  const stray = new PlayedDossier(file);
  return new ScriptedFlow<DossierFile>(access, (agencies) => ({
    clerk: roles.deskClerk(offices.intake),
    file: (place) => deriveDossier(file, place),
    paperOf: ({ contract }) => contract.number,
    decidePolicies: (automatic) => setPolicies(agencies, offices, automatic, script ? BY_HAND : []),
    handIn: async (dossier) => {
      await registerParcels(agencies, offices, [dossier.file]);
      if (!script) return submitDossier({ agencies, offices }, dossier);
      const stead = { offices, agencies: () => agencies, passDays: () => Promise.resolve(), isDated: false };
      await playScene(new LandScene(dossier, { ...stead, patienceMs: PATIENCE_MS }), script);
    },
    desks: (dossiers) => (script ? [] : manualDesks(agencies, offices, dossiers, stray)),
    strayFailure: () => stray.failure,
  }));
}
