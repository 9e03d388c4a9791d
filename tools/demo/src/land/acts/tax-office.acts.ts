import type { AssessedNotice, AssessedRow, Assessment } from '../../report/assessment';
import { standingRows } from '../../report/assessment';
import type { LandScene } from '../land-scene';

export function taxView(scene: LandScene): Promise<Assessment> {
  return scene.ask<Assessment>(scene.people.taxOfficer, `/assessments/${scene.code}`);
}

export function atTax(scene: LandScene, slipId: string, ...states: readonly string[]): Promise<Assessment> {
  return scene.until(`${scene.code} ${states.join(' or ')} at the tax office`, () => seenAtTax(scene, slipId, states));
}

/** M12: the officer accepts the slip, where the office leaves that to its officers. */
export async function acceptSlip(scene: LandScene, slipId: string): Promise<Assessment> {
  const { code, people } = scene;
  return scene.act(
    `the acceptance of slip ${slipId}`,
    () => scene.tell(people.taxOfficer, `/assessments/${code}/acceptance`),
    () => seenAtTax(scene, slipId, ['assessed', 'to-confirm']),
  );
}

/** The officer issues the notices of a slip; they stand, with what they say is to be paid. */
export async function issueNotices(scene: LandScene, slipId: string): Promise<Assessment> {
  const { code, people } = scene;
  const issued = ['issued', 'fulfilled'];
  await atTax(scene, slipId, 'assessed', ...issued);
  return scene.act(
    `the notices of ${code}`,
    () => scene.tell(people.taxOfficer, `/assessments/${code}/issue`),
    () => seenAtTax(scene, slipId, issued),
  );
}

/** Exemptions and deferrals are confirmed by a second officer before they are told to anybody. */
export async function confirmAmounts(scene: LandScene, slipId: string): Promise<void> {
  const { code, people } = scene;
  await atTax(scene, slipId, 'to-confirm', 'assessed', 'issued', 'fulfilled');
  await scene.act(
    `the confirmation of ${code}`,
    () => scene.tell(people.taxLeader, `/assessments/${code}/confirmation`),
    () => seenAtTax(scene, slipId, ['assessed', 'issued', 'fulfilled']),
  );
}

/** The officer finds an accepted slip not true and sends it back (M13, F4). */
export async function sendSlipBack(scene: LandScene, slipId: string, text: string): Promise<void> {
  const { code, people } = scene;
  const faults = [{ rule: 'R3', text }];
  await atTax(scene, slipId, 'assessed');
  await scene.act(
    `the completion request of ${code}`,
    () => scene.tell(people.taxOfficer, `/assessments/${code}/completion-requests`, { faults }),
    () => seenAtTax(scene, slipId, ['returned']),
  );
}

/** A version of the slip as the tax office keeps it, with what it waited for. */
export interface SlipAtTax {
  readonly submission: number;
  readonly submissionKind: string;
  readonly changedFields?: readonly string[];
  readonly completion?: { readonly requestedAt: string; readonly answeredAt?: string };
}

export async function slipsAtTax(scene: LandScene): Promise<readonly SlipAtTax[]> {
  const path = `/assessments/${scene.code}/slips`;
  return (await scene.ask<{ slips: readonly SlipAtTax[] }>(scene.people.taxOfficer, path)).slips;
}

/** Who owes what now. @throws when the scenario asks for what is not there */
export function owedBy(assessment: Assessment, payer: 'seller' | 'buyer', at = 0): AssessedRow {
  const row = standingRows(assessment).filter((one) => one.payer === payer)[at];
  if (!row) throw new Error(`${assessment.dossierCode}: the ${payer} has no ${at + 1} item to pay`);
  return row;
}

/** The notice of a kind that stands now. */
export function noticeOf(assessment: Assessment, kind: AssessedNotice['kind']): AssessedNotice {
  const found = assessment.notices.find(
    (one) => one.kind === kind && one.supersededBy === undefined && one.withdrawal === undefined,
  );
  if (!found) throw new Error(`${assessment.dossierCode}: there is no notice of ${kind}`);
  return found;
}

/** Waits until an item is in this state. */
export function itemIs(scene: LandScene, payableItemId: string, state: AssessedRow['state']): Promise<AssessedRow> {
  return scene.until(`item ${payableItemId} ${state}`, async () => {
    const assessment = await taxView(scene);
    const rows = [...assessment.notices.flatMap(({ rows }) => rows), ...assessment.lateInterest];
    return rows.find((row) => row.payableItemId === payableItemId && row.state === state);
  });
}

async function seenAtTax(scene: LandScene, slipId: string, states: readonly string[]): Promise<Assessment | undefined> {
  const assessment = await taxView(scene);
  return assessment.slipId === slipId && states.includes(assessment.state) ? assessment : undefined;
}
