import { handIn, handOver } from '../acts/one-stop.acts';
import { atLand, completeSlip, landView, sendAnotherSlip, signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { atTax, issueNotices, owedBy, sendSlipBack, slipsAtTax } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';

/** Thirty days after 06/08 is a Saturday. */
const DUE = '2026-09-07';
const UNTIL_CORRECTED = 3;
const [FIRST_LIMIT, WHOLE_AGAIN] = ['2026-08-06', '2026-08-11'];
const WRONG_PRICE = '50000000';

export const slipReturned: LandScenario = {
  name: 'slip-returned',
  text: 'the tax office finds the price on the slip not true; the land office answers with a corrected slip on 06/08, and all three working days run again, to 11/08',
  daysPass: true,
  script,
  expected: { rows: ['F4', 'W2'], state: 10, payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)] },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const { slip } = await atLand(scene, 'slip-drafted');
  await completeSlip(scene, { contract: { ...slip?.contract, totalDong: WRONG_PRICE } });
  const first = await signSlip(scene);
  scene.checkDay('last day for the notices', FIRST_LIMIT, (await atTax(scene, first, 'assessed')).noticeLimitOn);
  await sendSlipBack(scene, first, 'Giá trên phiếu không đúng với bản chính của hợp đồng');
  await atLand(scene, 'slip-returned');
  await scene.passDays(UNTIL_CORRECTED);
  const contract = { ...(await landView(scene)).slip?.contract, totalDong: scene.file.contract.totalDong };
  const second = await sendAnotherSlip(scene, 'correct-slip', { contract });
  scene.checkDay('last day for the notices, anew', WHOLE_AGAIN, (await atTax(scene, second, 'assessed')).noticeLimitOn);
  await checkVersions(scene);
  const notices = await issueNotices(scene, second);
  await payInFull(scene, owedBy(notices, 'seller'));
  await payInFull(scene, owedBy(notices, 'buyer'));
  await handOver(scene);
}

/** F4: both waits stay visible, the tax office's for the answer and the citizen's for the notices. */
async function checkVersions(scene: LandScene): Promise<void> {
  const [first, second, ...more] = await slipsAtTax(scene);
  scene.check('slips at the tax office', 2, 2 + more.length);
  scene.check('the request was answered', 'yes', first?.completion?.answeredAt === undefined ? 'no' : 'yes');
  scene.check('the second slip is a', 'supplement', second?.submissionKind);
  scene.check('what differs', 'contract.totalDong', second?.changedFields?.join(', '));
}
