import { handIn, handOver } from '../acts/one-stop.acts';
import { landView, signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { issueNotices, owedBy, taxView } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes, sellerOwesInterest } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';

const [DUE, PAID_ON] = ['2026-09-09', '2026-10-05'];
const UNTIL_PAID = 56;
/** Late interest of income tax (L §7.5, a reading). */
const INTEREST_SUB_ITEM = '4917';

export const late: LandScenario = {
  name: 'late',
  text: 'the seller pays on 05/10 what was due on 09/09: 25 days at 0.03 % are an item of their own, and the dossier waits for it too',
  at: '2026-08-10',
  daysPass: true,
  script,
  expected: {
    rows: ['W13', 'F18'],
    state: 10,
    payments: [sellerOwes(16_000_000n, DUE), sellerOwesInterest(120_000n, PAID_ON), buyerOwes(4_000_000n, DUE)],
  },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const notices = await issueNotices(scene, await signSlip(scene));
  await payInFull(scene, owedBy(notices, 'buyer'));
  await scene.passDays(UNTIL_PAID);
  await payInFull(scene, owedBy(notices, 'seller'));
  const interest = await scene.until(
    `late interest of ${scene.code}`,
    async () => (await taxView(scene)).lateInterest[0],
  );
  scene.check('sub-item of the interest', INTEREST_SUB_ITEM, interest.budgetSubItem);
  await scene.untilHandled();
  scene.check('the land office', 'notices-received', (await landView(scene)).status);
  await payInFull(scene, interest);
  await handOver(scene);
}
