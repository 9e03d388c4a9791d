import { graphFaults } from './graph-faults';
import { installedContracts, type KnownContracts } from './known-contracts';
import { messageFaults } from './message-faults';
import { planVersion } from './plan';
import type { Procedure, ProcedureVersion } from './procedure';
import { timeFaults } from './time-faults';
import { walkFaults } from './walk-faults';

/** Every fault of a definition as a sentence; none when it is sound. */
export function soundnessFaults(
  procedure: Procedure,
  contracts: KnownContracts = installedContracts,
): readonly string[] {
  if (procedure.versions.length === 0) return ['no version'];
  return [
    ...datesFaults(procedure),
    ...procedure.versions.flatMap((version) =>
      versionFaults(procedure, version, contracts).map((fault) => `version ${version.version}: ${fault}`),
    ),
  ];
}

function versionFaults(procedure: Procedure, version: ProcedureVersion, contracts: KnownContracts): readonly string[] {
  const faults = [
    ...graphFaults(version),
    ...messageFaults(procedure.owner, version, contracts),
    ...timeFaults(version),
    ...personFaults(version),
  ];
  // Only a graph without loose ends can be walked.
  return faults.length > 0 ? faults : walkFaults(planVersion(procedure, version, contracts));
}

/** One version per day: none begins before the one before it has ended. */
function datesFaults({ versions }: Procedure): readonly string[] {
  return versions.slice(1).flatMap(({ version, validFrom }, index) => {
    const before = versions[index];
    return before?.validTo !== undefined && before.validTo < validFrom
      ? []
      : [`version ${version} begins before version ${before?.version ?? '-'} has ended`];
  });
}

function personFaults({ steps }: ProcedureVersion): readonly string[] {
  return steps.flatMap((step) => {
    const faults: string[] = [];
    if (step.policy !== undefined && step.role === undefined) faults.push(`${step.id} may be manual but names no role`);
    const other = steps.find(({ id }) => id === step.notBy);
    if (step.notBy !== undefined && other?.role === undefined)
      faults.push(`${step.id} excludes the person of unknown ${step.notBy}`);
    return faults;
  });
}
