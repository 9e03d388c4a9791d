import {
  type BirthDeclaration,
  type BirthRegisteredV1,
  type ChainConcludedV1,
  type ChainProgressedV1,
  type DeathRegisteredV1,
  type DeathRevokedV1,
  officeNow,
  type RegisterEntry,
  type SubDossier,
} from '@lienthong/contracts';
import { type FieldFault, instantText, localDate } from '@lienthong/kernel';
import { canMove, type NationalStateCode } from '@lienthong/procedures';
import { type Act, move, note } from '../dossiers/dossier-history.rules';
import { requireOpen } from '../dossiers/dossier.rules';
import {
  type Chain,
  contentOf,
  type Decided,
  type Dossier,
  type Outcome,
  type RegisteredAct,
} from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';
import { changedBranches } from './branch-texts.rules';
import { fault } from './declaration-check';

/** States that the parent follows from picture to picture; the ends come with their results or reasons. */
const FOLLOWED: ReadonlySet<number> = new Set([4, 5, 6, 7]);
/** The citizen may come for the results. */
const RESULT_WAITS = 9;
/** In these nobody works on the dossier any more, and the act may be declared again. */
const ENDED_WITHOUT_RESULT: ReadonlySet<number> = new Set([3, 8]);

/** Only the civil-status office that has the dossier, or what followed it, speaks about it. */
export function requireChainOffice({ code, chain }: Dossier, senderOffice: string, act: Act): void {
  const expected = chain?.office;
  const now = expected && officeNow('civil-status', expected, localDate(act.at))?.id;
  if (expected === undefined || (senderOffice !== expected && senderOffice !== now)) {
    throw intakeErrors.CIVIL_OFFICE_UNEXPECTED({ dossierCode: code, expected: expected ?? '-', sender: senderOffice });
  }
}

/** The whole picture each time; one that is older than the last changes nothing, and no picture reopens an ended dossier. */
export function chainProgressed(dossier: Dossier, progress: ChainProgressedV1, act: Act): Decided {
  const chain = chainOf(dossier);
  const { at, subDossiers, note: remark, appointmentAt } = progress;
  if (chain.at !== undefined && Date.parse(at) < Date.parse(chain.at)) return { dossier, changes: [] };
  const later = appointmentAt === undefined ? undefined : new Date(appointmentAt);
  const isLater = later !== undefined && later > dossier.appointmentAt;
  const texts = [
    ...changedBranches(chain.subDossiers, subDossiers),
    ...(isLater ? [`Ngày hẹn trả kết quả mới: ${appointmentText(later)}`] : []),
    ...(remark === undefined ? [] : [remark]),
  ];
  const papersBrought = chain.papersBrought?.filter((branch) => waitsAsBefore(branch, chain.subDossiers, subDossiers));
  const followed: Chain = { ...chain, at, subDossiers, ...(papersBrought && { papersBrought }) };
  const moved = isLater ? { ...dossier, appointmentAt: later } : dossier;
  const known: Decided = { dossier: { ...moved, chain: followed }, changes: [] };
  const told = texts.reduce((decided, text) => note(decided, text, act), known);
  const state = progress.state as NationalStateCode;
  const follows = state !== dossier.state && FOLLOWED.has(state) && canMove(dossier.states, state);
  return follows ? move(told, state, act, remark ?? reasonOf(subDossiers, state)) : told;
}

/** `10/09/2019 09:00`, in Vietnam. */
function appointmentText(at: Date): string {
  const [date = '', time = ''] = instantText(at).split('T');
  return `${date.split('-').reverse().join('/')} ${time.slice(0, 5)}`;
}

/** The pivot of a birth: number, book and page, and the personal identification number. */
export function birthRegistered(dossier: Dossier, { birth }: BirthRegisteredV1, act: Act): Decided {
  const { personalIdentificationNumber } = birth;
  return registered(dossier, { ...entryOf(birth.entry), personalIdentificationNumber }, 'Đã đăng ký khai sinh', act);
}

export function deathRegistered(dossier: Dossier, { death }: DeathRegisteredV1, act: Act): Decided {
  return registered(dossier, entryOf(death.entry), 'Đã đăng ký khai tử', act);
}

/**
 * A legal act cancels the registration; what the dossier came to stays in its history (O §4.6). Results that wait at the desk
 * are not handed over any more: the dossier goes back to processing, and stops there.
 */
export function deathRevoked(dossier: Dossier, revocation: DeathRevokedV1, act: Act): Decided {
  const chain = chainOf(dossier);
  const { revokedOn, decisionNumber, reason } = revocation;
  if (!chain.registered) throw intakeErrors.NOT_REGISTERED({ dossierCode: dossier.code });
  const revoked: Chain = {
    ...chain,
    registered: { ...chain.registered, revoked: { revokedOn, decisionNumber, reason } },
  };
  const text = `Hủy đăng ký khai tử theo quyết định ${decisionNumber}: ${reason}`;
  const told = note({ dossier: { ...dossier, chain: revoked }, changes: [] }, text, act);
  if (dossier.state !== RESULT_WAITS) return told;
  const outcome: Outcome = { kind: 'stopped', concludedAt: instantText(act.at), results: [], reason: text };
  return moveTowards({ ...told, dossier: { ...told.dossier, outcome } }, 8, act, text);
}

/** Completed or partly completed → 9; stopped → 8; not accepted → 3 where it was never accepted, else 8 (corrections row 9). */
export function chainConcluded(dossier: Dossier, conclusion: ChainConcludedV1, act: Act): Decided {
  requireOpen(dossier, 'chain-concluded');
  chainOf(dossier);
  const { reason } = conclusion;
  const ended: Decided = { dossier: { ...dossier, outcome: outcomeOf(dossier, conclusion) }, changes: [] };
  return moveTowards(ended, stateAtEnd(dossier, conclusion), act, reason);
}

/**
 * Whether the act may be declared anew: the first dossier came to nothing, its registration was cancelled, or it was itself a
 * follow-up and has ended without the residence again.
 */
export function canBeDeclaredAgain(dossier: Dossier): boolean {
  const { state, chain } = dossier;
  if (ENDED_WITHOUT_RESULT.has(state) || chain?.registered?.revoked !== undefined) return true;
  return followedBy(dossier) !== dossier.code && lacksResidence(dossier);
}

/** The dossier that a follow-up belongs to: the one with the registration, also when an earlier follow-up is named. */
export function followedBy(linked: Dossier): string {
  const earlier = linked.kind === 'birth' ? contentOf(linked, 'birth').linkedDossierCode : undefined;
  return earlier ?? linked.code;
}

/** A follow-up belongs to a chain of the same child that has ended without its residence (O §4.5). */
export function followUpFaults(declaration: BirthDeclaration, linked: Dossier | undefined): readonly FieldFault[] {
  if (linked && lacksResidence(linked) && isSameChild(declaration, contentOf(linked, 'birth'))) return [];
  return [
    fault('linkedDossierCode', 'follow-up', {
      en: 'is not an ended dossier of this child whose residence was refused',
      vi: 'không phải hồ sơ đã kết thúc của trẻ này mà đăng ký thường trú bị từ chối',
    }),
  ];
}

/**
 * The papers that a branch waits for have been brought: once, until its agency goes on or asks again. The chain takes them as
 * the answer to what was wanted, so a second posting would answer nothing.
 * @throws intake.BRANCH_NOT_WAITING @throws intake.PAPERS_ALREADY_BROUGHT
 */
export function papersBrought(dossier: Dossier, branch: string, act: Act): Decided {
  const { code: dossierCode, chain } = dossier;
  const state = chain?.subDossiers.find((sub) => sub.branch === branch)?.state;
  if (!chain || state !== 5) throw intakeErrors.BRANCH_NOT_WAITING({ dossierCode, branch, state: state ?? '-' });
  const brought = chain.papersBrought ?? [];
  if (brought.includes(branch)) throw intakeErrors.PAPERS_ALREADY_BROUGHT({ dossierCode, branch });
  const told: Chain = { ...chain, papersBrought: [...brought, branch] };
  return note({ dossier: { ...dossier, chain: told }, changes: [] }, `Đã nộp giấy tờ bổ sung cho ${branch}`, act);
}

export function chainOf({ code, chain }: Dossier): Chain {
  if (!chain) throw intakeErrors.CIVIL_OFFICE_UNEXPECTED({ dossierCode: code, expected: '-', sender: '-' });
  return chain;
}

function registered(dossier: Dossier, act: RegisteredAct, text: string, by: Act): Decided {
  const chain = chainOf(dossier);
  const known = chain.registered;
  const isSame = known?.registrationNumber === act.registrationNumber && known.book === act.book;
  if (known && isSame) return { dossier, changes: [] };
  if (known)
    throw intakeErrors.REGISTRATION_CHANGED({
      dossierCode: dossier.code,
      known: known.registrationNumber,
      received: act.registrationNumber,
    });
  const line = `${text}: số ${act.registrationNumber}, quyển ${act.book}, trang ${act.page}`;
  return note({ dossier: { ...dossier, chain: { ...chain, registered: act } }, changes: [] }, line, by);
}

function entryOf({ registrationNumber, book, page, registeredOn }: RegisterEntry): RegisteredAct {
  return { registrationNumber, book, page, registeredOn };
}

function outcomeOf({ code: dossierCode }: Dossier, conclusion: ChainConcludedV1): Outcome {
  const { outcome: kind, concludedAt, results, reason, documentNumber, firstDossierCode } = conclusion;
  const hasResult = kind === 'completed' || kind === 'partly-completed';
  if (hasResult && results.length === 0) throw intakeErrors.RESULT_MISSING({ dossierCode });
  if (!hasResult && reason === undefined) throw intakeErrors.REASON_MISSING({ dossierCode });
  return {
    kind,
    concludedAt,
    results,
    ...(reason !== undefined && { reason }),
    ...(documentNumber !== undefined && { documentNumber }),
    ...(firstDossierCode !== undefined && { firstDossierCode }),
  };
}

function stateAtEnd({ states }: Dossier, { outcome }: ChainConcludedV1): NationalStateCode {
  if (outcome === 'completed' || outcome === 'partly-completed') return 9;
  return outcome === 'not-accepted' && canMove(states, 3) ? 3 : 8;
}

/** What interrupts the work ends first: from 5, 6 or 7 back to 4 where the table leads no further. */
function moveTowards(decided: Decided, to: NationalStateCode, act: Act, reason?: string): Decided {
  const { states } = decided.dossier;
  const goesOn = !canMove(states, to) && canMove(states, 4);
  return move(goesOn ? move(decided, 4, act) : decided, to, act, reason);
}

/** A picture that was on its way shows the branch waiting as before; another request for papers is a new one. */
function waitsAsBefore(branch: string, before: readonly SubDossier[], after: readonly SubDossier[]): boolean {
  const known = before.find((sub) => sub.branch === branch);
  const now = after.find((sub) => sub.branch === branch);
  return now?.state === 5 && now.reason === known?.reason && now.documentNumber === known?.documentNumber;
}

function reasonOf(subDossiers: readonly SubDossier[], state: number): string | undefined {
  return subDossiers.find((sub) => sub.state === state)?.reason;
}

/** A chain of a birth that has ended with results, but not with the residence. */
function lacksResidence({ kind, state, chain }: Dossier): boolean {
  const residence = chain?.subDossiers.find(({ branch }) => branch === 'residence');
  const isEnded = kind === 'birth' && (state === 9 || state === 10);
  return isEnded && residence !== undefined && ENDED_WITHOUT_RESULT.has(residence.state);
}

function isSameChild(one: BirthDeclaration, other: BirthDeclaration): boolean {
  const { birthDate, birthOrder, sex } = other.child;
  const isSame = one.child.birthDate === birthDate && one.child.birthOrder === birthOrder && one.child.sex === sex;
  return isSame && one.proof.number === other.proof.number;
}
