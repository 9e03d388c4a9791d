import { installedContracts, type KnownContracts } from './known-contracts';
import { keepPlan, planVersion } from './plan';
import type { Procedure } from './procedure';
import { procedureErrors } from './procedures.errors';
import { soundnessFaults } from './soundness';

/**
 * Declares a procedure: checks it, and derives from the grants what the owner of its chain sees. An unsound one stops
 * whoever loads it with `procedures.UNSOUND`, which names every fault.
 */
export function defineProcedure(procedure: Procedure, contracts: KnownContracts = installedContracts): Procedure {
  const faults = soundnessFaults(procedure, contracts);
  if (faults.length > 0) throw procedureErrors.UNSOUND({ procedure: procedure.code, faults });
  for (const version of procedure.versions) keepPlan(planVersion(procedure, version, contracts));
  return procedure;
}
