import { isUnverified, type RegimeId } from '@lienthong/contracts';
import { addDays, daysBetween, type LocalDate } from '@lienthong/kernel';
import { roles } from '../../people/people';
import type { AssessedRow } from '../../report/assessment';
import { signCertificate, signSlip } from '../acts/land-office.acts';
import { bookPayment, pay } from '../acts/money.acts';
import { handIn, handOver, inState } from '../acts/one-stop.acts';
import { acceptSlip, atTax, issueNotices, owedBy, taxView } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';

/** The days of appendix A.4 of the domain reference, and what a regime makes of them. */
const FILED: LocalDate = '2026-08-03';
const SLIP_SENT: LocalDate = '2026-08-05';
const PAID: LocalDate = '2026-08-20';
const BOOKED: LocalDate = '2026-08-21';
const SIGNED: LocalDate = '2026-08-26';

interface RegimeDays {
  /** The slip was accepted (M12), which one regime knows. */
  readonly accepted?: LocalDate;
  /** T5: the last day for the notices, on which they are issued. */
  readonly issued: LocalDate;
  /** T16, after a day off the next working day. */
  readonly due: LocalDate;
}

const daysOf: Readonly<Record<RegimeId, RegimeDays>> = {
  A: { issued: '2026-08-12', due: '2026-09-11' },
  B: { accepted: '2026-08-06', issued: '2026-08-13', due: '2026-09-14' },
  C: { issued: '2026-08-10', due: '2026-09-09' },
};

/** The same dossier on the same days as each regime has them; the stack is told by its profile which one governs. */
export const regimeScenes: readonly LandScenario[] = (['A', 'B', 'C'] as const).map((regime) => {
  const { accepted, issued, due } = daysOf[regime];
  const mark = isUnverified(regime) ? ', none of whose times was read in a text' : '';
  return {
    name: `regime-${regime.toLowerCase()}`,
    text: `under regime ${regime}${mark}: notices by ${issued}${accepted ? `, counted from the acceptance on ${accepted}` : ''} (A.4)`,
    at: `${FILED}T09:10:00+07:00`,
    regime,
    daysPass: true,
    script: (scene) => underRegime(scene, regime),
    expected: {
      rows: ['T5', 'T16', 'W2', ...(accepted ? ['T4'] : [])],
      state: 10,
      payments: [sellerOwes(16_000_000n, due), buyerOwes(4_000_000n, due)],
    },
  };
});

async function underRegime(scene: LandScene, regime: RegimeId): Promise<void> {
  const { accepted, issued } = daysOf[regime];
  const go = timeOf(scene);
  await leaveToPeople(scene);
  await handIn(scene);
  await go(SLIP_SENT);
  const slipId = await signSlip(scene);
  if (accepted) {
    await atTax(scene, slipId, 'to-accept');
    await go(accepted);
    await acceptSlip(scene, slipId);
  }
  const assessed = await atTax(scene, slipId, 'assessed');
  scene.check('the regime of the dossier', regime, assessed.regime);
  scene.check('the start of the tax clock', accepted ?? SLIP_SENT, assessed.clockStartedOn);
  scene.check('the last day for the notices', issued, assessed.noticeLimitOn);
  scene.check('the mark of what was not read', String(isUnverified(regime)), String(assessed.unverified ?? false));
  await go(issued);
  const notices = await issueNotices(scene, slipId);
  await go(PAID);
  await payAndBook(scene, [owedBy(notices, 'seller'), owedBy(notices, 'buyer')], go);
  await go(SIGNED);
  await signCertificate(scene);
  await inState(scene, 9);
  scene.check('the regime that the dossier keeps', regime, (await taxView(scene)).regime);
  scene.check('acceptance notes (M12)', accepted ? 1 : 0, await acceptances(scene));
  await handOver(scene);
}

/** Takes the scene to a day that has not come yet. */
function timeOf(scene: LandScene): (day: LocalDate) => Promise<void> {
  let today = FILED;
  return async (day) => {
    const days = daysBetween(today, day);
    today = addDays(today, days);
    await scene.passDays(days);
  };
}

/** A.4: tax office and land office take the days they may take. */
async function leaveToPeople(scene: LandScene): Promise<void> {
  const { tax, land } = scene.offices;
  await scene.change(roles.leader('tax', tax), '/policies/accept', { policy: 'manual' });
  await scene.change(roles.leader('land-registry', land), '/policies/sign-certificate', { policy: 'manual' });
}

/** Debited on one day, booked on the next: the first is the day of payment (fact 6 of L §0.3). */
async function payAndBook(
  scene: LandScene,
  owed: readonly AssessedRow[],
  go: (day: LocalDate) => Promise<void>,
): Promise<void> {
  const paid: (readonly [string, AssessedRow])[] = [];
  for (const row of owed) paid.push([await pay(scene, row), row]);
  await go(BOOKED);
  for (const [reference, row] of paid) {
    const { paidOn } = await bookPayment(scene, row, reference);
    scene.check('the day of payment', PAID, paidOn);
  }
}

async function acceptances(scene: LandScene): Promise<number> {
  const trace = await scene.ask<{ messages: readonly { type: string }[] }>(roles.busOperator(), `/trace/${scene.code}`);
  return trace.messages.filter(({ type }) => type.includes('.transfer-slip-accepted.')).length;
}
