import { handIn, withdraw } from '../acts/one-stop.acts';
import { atLand, signSlip } from '../acts/land-office.acts';
import { bankItemIs, payInFull } from '../acts/money.acts';
import { atTax, issueNotices, itemIs, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOverpaid, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

export const withdrawn: LandScenario = {
  name: 'withdrawn',
  text: 'the citizen withdraws after the seller has paid: it ends at every agency, the notices are withdrawn, the money is overpaid and goes back to nobody by itself',
  script,
  expected: {
    rows: ['F8', 'F7'],
    state: 8,
    payments: [sellerOwes(16_000_000n, DUE, 'closed'), buyerOwes(4_000_000n, DUE, 'closed')],
    overpaid: [sellerOverpaid(16_000_000n)],
  },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const slipId = await signSlip(scene);
  const notices = await issueNotices(scene, slipId);
  const [tax, fee] = [owedBy(notices, 'seller'), owedBy(notices, 'buyer')];
  await payInFull(scene, tax);
  await withdraw(scene, 'Hai bên thỏa thuận hủy hợp đồng');
  await atLand(scene, 'withdrawn');
  const { notices: after } = await atTax(scene, slipId, 'withdrawn');
  scene.check('notices that stand', 0, after.filter(({ withdrawal }) => withdrawal === undefined).length);
  for (const { payableItemId } of [tax, fee]) await itemIs(scene, payableItemId, 'closed');
  await bankItemIs(scene, fee.payableItemId, 'closed');
}
