import { handIn, handOver, inState } from '../acts/one-stop.acts';
import { landView, signSlip } from '../acts/land-office.acts';
import { payAtCounter, payInFull } from '../acts/money.acts';
import { issueNotices, itemIs, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

const PART = 10_000_000n;

export const underpaid: LandScenario = {
  name: 'underpaid',
  text: 'the seller pays 10,000,000 of 16,000,000: the rest stays due on its day and the land office does not go on until it is paid',
  script,
  expected: { rows: ['F9'], state: 10, payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)] },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const notices = await issueNotices(scene, await signSlip(scene));
  const [tax, fee] = [owedBy(notices, 'seller'), owedBy(notices, 'buyer')];
  await payInFull(scene, fee);
  await payAtCounter(scene, tax, PART);
  const open = await itemIs(scene, tax.payableItemId, 'part-paid');
  scene.check('paid of the income tax', String(PART), open.paidDong);
  scene.check('due date of the remainder', tax.dueDate, open.dueDate);
  await inState(scene, 6);
  await scene.untilHandled();
  scene.check('the land office', 'notices-received', (await landView(scene)).status);
  await payInFull(scene, tax);
  await handOver(scene);
}
