import type { ChainConcludedV1, ChainProgressedV1, ChainResult, SubDossier } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { branchStates, outcomeOf, parentState, type ProcedureInstance, versionOf } from '@lienthong/procedures';
import type { BranchFile, CivilChain } from './civil-chain.state';
import { isExtended } from './extend-time.rules';

/** All sub-dossiers as they stand; a branch that the applicant did not choose is none. */
export function subDossiersOf(chain: CivilChain): readonly SubDossier[] {
  const { instance } = chain;
  const states = branchStates(versionOf(instance), instance);
  return inOrder(chain).flatMap(([branch, { member, office, dueAt, reason, documentNumber }]) => {
    const state = states[branch];
    if (state === undefined) return [];
    return [
      {
        branch,
        member,
        office,
        state,
        ...(dueAt !== undefined && { dueAt }),
        ...(isLate(instance, branch) && { late: true }),
        ...(reason !== undefined && { reason }),
        ...(documentNumber !== undefined && { documentNumber }),
      },
    ];
  });
}

/** The whole picture for the one-stop desk (O §3.7). */
export function snapshotOf(chain: CivilChain, at: Date): ChainProgressedV1 {
  const { dossierCode, instance, note, appointmentAt } = chain;
  return {
    dossierCode,
    state: parentState(versionOf(instance), instance),
    at: instantText(at),
    subDossiers: subDossiersOf(chain),
    ...(isExtended(chain) && { appointmentAt: instantText(appointmentAt) }),
    ...(note !== undefined && { note }),
  };
}

/** The end of the chain, for the one-stop desk. */
export function conclusionOf(chain: CivilChain, at: Date): ChainConcludedV1 {
  const { dossierCode, instance, outcome, reason, documentNumber, firstDossierCode } = chain;
  return {
    dossierCode,
    outcome: outcome ?? outcomeOf(versionOf(instance), instance),
    concludedAt: instantText(at),
    // Of an act that was cancelled nothing is handed out.
    results: chain.status === 'stopped' ? [] : resultsOf(chain),
    ...(reason !== undefined && { reason }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(firstDossierCode !== undefined && { firstDossierCode }),
  };
}

/** What the citizen gets, in the order of the branches. */
export function resultsOf(chain: CivilChain): readonly ChainResult[] {
  return inOrder(chain).flatMap(([, { result }]) => (result ? [result] : []));
}

/** Files of the branches as the procedure orders them: the database keeps no order of names. */
function inOrder({ instance, branches }: CivilChain): readonly (readonly [string, BranchFile])[] {
  return (versionOf(instance).branches ?? []).flatMap(({ id }) => {
    const file = branches[id];
    return file ? [[id, file] as const] : [];
  });
}

function isLate(instance: ProcedureInstance, branch: string): boolean {
  return versionOf(instance).steps.some(
    (step) => step.branch === branch && instance.steps[step.id]?.late !== undefined && !isDone(instance, step.id),
  );
}

function isDone({ steps }: ProcedureInstance, id: string): boolean {
  return steps[id]?.state === 'done';
}
