import { handIn, handOver } from '../acts/one-stop.acts';
import { atLand, sendAnotherSlip, signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { issueNotices, noticeOf, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';

const [DUE, INCREASE_DUE] = ['2026-09-09', '2026-10-07'];
const RIGHT_PRICE = '1000000000';
const [UNTIL_PAID, UNTIL_AMENDED] = [10, 18];

export const amendedUp: LandScenario = {
  name: 'amended-up',
  text: 'the land office corrects its slip after the seller has paid: amended notices name those they replace, only the increase is due in 30 days',
  at: '2026-08-10',
  daysPass: true,
  script,
  expected: {
    rows: ['W17', 'F6', 'F5'],
    state: 10,
    payments: [
      sellerOwes(16_000_000n, DUE),
      sellerOwes(4_000_000n, INCREASE_DUE),
      buyerOwes(4_000_000n, DUE),
      buyerOwes(1_000_000n, INCREASE_DUE),
    ],
  },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const first = await issueNotices(scene, await signSlip(scene));
  await scene.passDays(UNTIL_PAID);
  await payInFull(scene, owedBy(first, 'seller'));
  await scene.passDays(UNTIL_AMENDED);
  const { slip } = await atLand(scene, 'notices-received');
  const contract = { ...slip?.contract, totalDong: RIGHT_PRICE };
  const reason = 'Giá trên phiếu ghi nhầm so với hợp đồng';
  const slipId = await sendAnotherSlip(scene, 'replace-slip', { reason, contract });
  const amended = await issueNotices(scene, slipId);
  for (const [kind, difference] of [
    ['personal-income-tax', '4000000'],
    ['registration-fee', '1000000'],
  ] as const) {
    const { amends } = noticeOf(amended, kind);
    scene.check(`the ${kind} notice replaces`, noticeOf(first, kind).number, amends?.replaces);
    scene.check(`the ${kind} notice is`, 'raised', amends?.change);
    scene.check(`the ${kind} notice differs by`, difference, amends?.differenceDong);
  }
  scene.check(
    'item that was paid before',
    owedBy(first, 'seller').payableItemId,
    owedBy(amended, 'seller').payableItemId,
  );
  await payInFull(scene, owedBy(amended, 'seller', 1));
  await payInFull(scene, owedBy(amended, 'buyer'));
  await payInFull(scene, owedBy(amended, 'buyer', 1));
  await handOver(scene);
}
