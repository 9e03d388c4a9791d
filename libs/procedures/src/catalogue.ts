import type { LocalDate } from '@lienthong/kernel';
import { birthRegistration } from './birth-registration/birth-registration.procedure';
import { deathRegistration } from './death-registration/death-registration.procedure';
import type { ProcedureInstance } from './instance';
import { landRegistrations } from './land-registrations/land-registrations';
import { landTransfer } from './land-transfer/land-transfer.procedure';
import { linkedExample } from './linked-example/linked-example.procedure';
import { planOf } from './plan';
import type { Procedure, ProcedureStep, ProcedureVersion } from './procedure';
import { procedureErrors } from './procedures.errors';

/** All procedures of the installation; each was found sound when it was loaded. */
export const procedures: readonly Procedure[] = [
  landTransfer,
  ...landRegistrations,
  birthRegistration,
  deathRegistration,
];

/** Procedures that only show what can be said with data. */
export const exampleProcedures: readonly Procedure[] = [linkedExample];

/** The procedure with this national code, if the installation has it. */
export function findProcedure(code: string): Procedure | undefined {
  return procedures.find((procedure) => procedure.code === code);
}

/** The version under which a dossier accepted on that day runs to its end. */
export function versionOn(procedure: Procedure, on: LocalDate): ProcedureVersion | undefined {
  return procedure.versions.find((row) => row.validFrom <= on && (row.validTo === undefined || on <= row.validTo));
}

/** The version under which a dossier that is on its way runs to its end. */
export function versionOf({ procedure, version }: ProcedureInstance): ProcedureVersion {
  const found = findProcedure(procedure)?.versions.find((row) => row.version === version);
  if (!found) throw procedureErrors.VERSION_UNKNOWN({ procedure, version });
  return found;
}

/** One step of a version by its id. */
export function findStep(version: ProcedureVersion, id: string): ProcedureStep | undefined {
  return version.steps.find((step) => step.id === id);
}

/** Steps of which the owner of the chain hears nothing; it passes through them. */
export function unseenSteps(version: ProcedureVersion): readonly string[] {
  return [...planOf(version).steps.values()].flatMap(({ hidden, step }) => (hidden ? [step.id] : []));
}
