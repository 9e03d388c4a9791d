import { instantText } from '@lienthong/kernel';
import { nationalState } from '@lienthong/procedures';
import { contentOf, type Dossier, type DossierChange } from './dossier.state';

interface HistoryLine {
  readonly state: number;
  readonly at: string;
  readonly by: string;
  readonly reason?: string;
}

/** What the desk hands to the citizen when it accepts (Mẫu 01). */
export function acceptanceNote(dossier: Dossier): object {
  const { code, state, acceptedAt, appointmentAt, office } = dossier;
  return {
    code,
    state,
    stateName: nationalState(state).vi,
    acceptedAt: instantText(acceptedAt),
    appointmentAt: instantText(appointmentAt),
    office,
  };
}

/** A dossier as its desk sees it, with every party's amount; the citizen's look-up shows each party its own. */
export function dossierView(dossier: Dossier, changes: readonly DossierChange[]): object {
  const { kind, channel, procedure, states, outcome, receiverName } = dossier;
  return {
    ...acceptanceNote(dossier),
    kind,
    channel,
    procedure,
    states,
    history: changes.filter(({ kind }) => kind === 'state').map(historyLine),
    progress: changes.filter(({ kind }) => kind === 'progress').map(historyLine),
    ...(kind === 'land' ? landPart(dossier) : chainPart(dossier)),
    reason: outcome?.reason,
    documentNumber: outcome?.documentNumber,
    receiverName,
  };
}

function landPart(dossier: Dossier): object {
  const { landOffice, receiptNumber, results, fulfilledOn, outcome, pauses, papersRequest, refiling, refiledFrom } =
    dossier;
  const { changeKind = 'transfer' } = contentOf(dossier, 'land');
  return {
    changeKind,
    landOffice,
    receiptNumber,
    results,
    fulfilledOn,
    certificate: outcome?.certificate,
    pauses,
    papersRequest,
    refiling,
    refiledFrom,
  };
}

function chainPart({ chain, outcome }: Dossier): object {
  return {
    civilOffice: chain?.office,
    registered: chain?.registered,
    subDossiers: chain?.subDossiers ?? [],
    outcome: outcome?.kind,
    results: outcome?.results ?? [],
    firstDossierCode: outcome?.firstDossierCode,
  };
}

function historyLine({ state, at, by, reason }: DossierChange): HistoryLine {
  return { state, at: instantText(at), by, ...(reason && { reason }) };
}
