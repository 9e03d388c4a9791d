import { PapersWantedV1, type WantedPaper, WantedPapersSuppliedV1 } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { stepDue, versionOf } from '@lienthong/procedures';
import { type Act, advance, take } from '../dossiers/land-procedure.rules';
import type { LandDossier, LandPapersRequest } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';
import { supplementRules } from './supplement.data';

export interface NewRequest {
  readonly requestId: string;
  readonly documentNumber: string;
  readonly papers: readonly WantedPaper[];
  readonly note?: string;
}

/** A dossier that waits for papers, its request, and until when it waits. */
export interface Waiting {
  readonly dossier: LandDossier;
  readonly request: LandPapersRequest;
  readonly until: Date;
}

/** M04: papers are missing; the clock stands until they come or the limit is missed (F1). */
export function wantPapers(dossier: LandDossier, wanted: NewRequest, act: Act): Waiting {
  const { dossierCode, papersRequests = [] } = dossier;
  const limit = supplementRules.findLast(({ validFrom }) => validFrom <= localDate(act.at))?.requestsMax ?? 0;
  if (papersRequests.length >= limit) {
    throw landErrors.PAPERS_ALREADY_WANTED({ dossierCode, limit });
  }
  const waiting = advance(dossier, PapersWantedV1, act, { checkedBy: act.by });
  const until = stepDue(versionOf(waiting.instance), waiting.instance, 'check');
  if (!until) throw new Error(`no limit for the papers of dossier ${dossierCode}`);
  const request = { ...wanted, wantedAt: instantText(act.at), dueOn: localDate(until), by: act.by };
  return { dossier: { ...waiting, papersRequests: [...papersRequests, request] }, request, until };
}

/** M05: the papers are there, and the check goes on where it stood. @throws land-registry.PAPERS_NOT_WANTED */
export function papersSupplied(dossier: LandDossier, supplied: WantedPapersSuppliedV1, act: Act): LandDossier {
  const { dossierCode, papersRequests = [] } = dossier;
  const { requestId, suppliedAt } = supplied;
  const request = openRequest(dossier);
  if (request?.requestId !== requestId) throw landErrors.PAPERS_NOT_WANTED({ dossierCode, requestId });
  const answered = papersRequests.map((known) => (known === request ? { ...known, suppliedAt } : known));
  return advance(dossier, WantedPapersSuppliedV1, act, { papersRequests: answered });
}

/** Nothing came within the limit: the dossier is stopped in writing. */
export function papersMissed(dossier: LandDossier, documentNumber: string, act: Act): LandDossier {
  const reason = `Quá hạn bổ sung giấy tờ theo ${openRequest(dossier)?.documentNumber ?? '-'}.`;
  return take(dossier, { kind: 'late', step: 'check', at: act.at }, act, { reason, documentNumber });
}

/** The request that waits for its papers. */
export function openRequest({ status, papersRequests = [] }: LandDossier): LandPapersRequest | undefined {
  return status === 'papers-wanted' ? papersRequests.find(({ suppliedAt }) => suppliedAt === undefined) : undefined;
}
