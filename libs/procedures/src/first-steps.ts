import type { ProcedureVersion } from './procedure';

/** Every step with which a dossier may begin, the usual one first. */
export function firstSteps({ firstStep, alsoBeginsAt = [] }: ProcedureVersion): readonly string[] {
  return [firstStep, ...alsoBeginsAt];
}
