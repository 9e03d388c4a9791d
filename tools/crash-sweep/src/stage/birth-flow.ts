import { localDate, OffsetClock } from '@lienthong/kernel';
import {
  civilDesks,
  type CivilFile,
  civilOffices,
  declare,
  deriveCivilFile,
  readCivilFile,
  roles,
  scenarioOf,
  setCivilPolicies,
  type StackAccess,
} from '../../../demo/src';
import type { Flow } from './flow';
import { ScriptedFlow } from './scripted-flow';

/** Births with residence and health insurance card, each of a child of its own with a notification of its own. */
export function birthFlow(access: StackAccess): Flow {
  const today = localDate(new OffsetClock(access.clockOffsetMs).now());
  const file = readCivilFile('birth', undefined, today);
  const scenario = scenarioOf('birth', undefined);
  const offices = Object.fromEntries(
    Object.entries(civilOffices(file, today)).filter(([member]) => access.urls[member] !== undefined),
  );
  return new ScriptedFlow<CivilFile>(access, (agencies) => ({
    clerk: roles.deskClerk(offices['intake'] ?? ''),
    file: (place) => deriveCivilFile(file, place),
    paperOf: notificationOf,
    decidePolicies: (automatic) => setCivilPolicies(agencies, offices, automatic),
    handIn: (dossier) => declare({ agencies, offices, scenario }, dossier),
    desks: (dossiers) => civilDesks(agencies, { offices, dossiers, scenario }),
  }));
}

function notificationOf(file: CivilFile): string {
  return 'child' in file ? (file.proof.number ?? '') : '';
}
