import { handIn, handOver } from '../acts/one-stop.acts';
import { signSlip } from '../acts/land-office.acts';
import { payAtCounter, payInFull } from '../acts/money.acts';
import { issueNotices, itemIs, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOverpaid, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

export const overpaid: LandScenario = {
  name: 'overpaid',
  text: 'the seller pays 20,000,000 for 16,000,000: the item is paid, the certificate is released, what is too much is kept for the payer',
  script,
  expected: {
    rows: ['F10'],
    state: 10,
    payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)],
    overpaid: [sellerOverpaid(4_000_000n)],
  },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const notices = await issueNotices(scene, await signSlip(scene));
  const tax = owedBy(notices, 'seller');
  await payAtCounter(scene, tax, 20_000_000n);
  await itemIs(scene, tax.payableItemId, 'booked');
  await payInFull(scene, owedBy(notices, 'buyer'));
  await handOver(scene);
}
