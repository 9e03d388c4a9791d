import { instantText } from '@lienthong/kernel';
import { parentState, undelivered, versionOf } from '@lienthong/procedures';
import type { CivilChain } from './civil-chain.state';
import { resultsOf, subDossiersOf } from './snapshot.rules';

/** A chain as the registrars of its commune see it. */
export function chainView(chain: CivilChain): object {
  const { dossierCode, kind, status, office, intakeOffice, flags, instance, birth, death, personalNumber } = chain;
  const { birthRecord, deathRecord, outcome, reason, documentNumber, firstDossierCode, note, checkedBy, history } =
    chain;
  const failed = undelivered(instance);
  return {
    dossierCode,
    kind,
    status,
    office,
    intakeOffice,
    state: parentState(versionOf(instance), instance),
    procedure: instance.procedure,
    procedureVersion: instance.version,
    dueAt: instantText(chain.appointmentAt),
    flags,
    declaration: birth ?? death,
    personalIdentificationNumber: personalNumber,
    entry: (birthRecord ?? deathRecord)?.entry,
    subDossiers: subDossiersOf(chain),
    results: resultsOf(chain),
    outcome,
    reason,
    documentNumber,
    firstDossierCode,
    note,
    ...(failed.length > 0 && { undelivered: failed }),
    checkedBy,
    history,
  };
}
