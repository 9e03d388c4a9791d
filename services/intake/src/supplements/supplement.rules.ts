import type { PapersWantedV1, WantedPapersReceivedV1 } from '@lienthong/contracts';
import { instantText, type LocalDate } from '@lienthong/kernel';
import { originsOf } from '@lienthong/procedures';
import { plainText } from '../citizen-notices/plain-text.rules';
import { type Afterwards, goOn, standStill } from '../dossiers/appointment.rules';
import { type Act, move, note } from '../dossiers/dossier-history.rules';
import { requireOpen } from '../dossiers/dossier.rules';
import type { Decided, Dossier, PapersRequest } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';

/** M04: the dossier waits for papers and its clock stands; the same request again changes nothing (F1). */
export function papersWanted(dossier: Dossier, { dossierCode: _, ...request }: PapersWantedV1, act: Act): Decided {
  if (dossier.papersRequest?.requestId === request.requestId) return { dossier, changes: [] };
  requireOpen(dossier, 'papers-wanted');
  const asked: Decided = { dossier: { ...dossier, papersRequest: request }, changes: [] };
  const text = `Yêu cầu bổ sung ${request.documentNumber}: ${namesOf(request)}. Hạn ${request.dueOn}`;
  // a citizen who wants the dossier back is not asked for papers
  if (dossier.state === 7) return note(asked, text, act);
  const waiting = standStill(asked.dossier, 'papers', new Date(request.wantedAt));
  return move({ dossier: waiting, changes: [] }, 5, act, text);
}

/** The citizen has brought the papers: the clock goes on, and only now there is a new appointment (M05, F1). */
export function papersSupplied(dossier: Dossier, afterwards: Afterwards, act: Act): Decided {
  const { code, state, papersRequest } = dossier;
  const origin = originsOf(dossier.states).at(-1);
  if (state !== 5 || !papersRequest || papersRequest.suppliedAt !== undefined || origin === undefined) {
    throw intakeErrors.NO_PAPERS_WANTED({ dossierCode: code, state });
  }
  const suppliedAt = instantText(act.at);
  const supplied = { ...dossier, papersRequest: { ...papersRequest, suppliedAt } };
  const going = goOn(supplied, 'papers', { to: act.at, afterwards });
  return move({ dossier: going, changes: [] }, origin, act, `Đã bổ sung theo ${papersRequest.documentNumber}`);
}

/** The land office has the papers (DongBoTrangThaiDaBoSung). */
export function papersReceived(dossier: Dossier, { requestId, receivedAt }: WantedPapersReceivedV1, act: Act): Decided {
  const { papersRequest } = dossier;
  if (papersRequest?.requestId !== requestId) return { dossier, changes: [] };
  const received = { ...dossier, papersRequest: { ...papersRequest, receivedAt } };
  return note({ dossier: received, changes: [] }, 'Cơ quan đăng ký đất đai đã nhận giấy tờ bổ sung', act);
}

/** `HS {ma} can bo sung: {noidung}. Han {d}.` */
export function supplementText(dossierCode: string, request: Pick<PapersRequest, 'papers' | 'dueOn'>): string {
  return plainText(`HS ${dossierCode} can bo sung: ${namesOf(request)}. Han ${printed(request.dueOn)}.`);
}

function namesOf({ papers }: Pick<PapersRequest, 'papers'>): string {
  return papers.map(({ name }) => name).join(', ');
}

function printed(on: LocalDate): string {
  return on.split('-').reverse().join('/');
}
