import { handIn, handOver, inState } from '../acts/one-stop.acts';
import { landView, openDebts, signSlip } from '../acts/land-office.acts';
import { payInFull, reverse } from '../acts/money.acts';
import { issueNotices, itemIs, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

export const reversal: LandScenario = {
  name: 'reversal',
  text: 'the treasury reverses a booking by two persons after the certificate is signed: the item is owed again, a debt case is raised, nothing is revoked; paid anew, the case is settled',
  script,
  expected: { rows: ['F16'], state: 10, payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)] },
};

async function script(scene: LandScene): Promise<void> {
  await handIn(scene);
  const notices = await issueNotices(scene, await signSlip(scene));
  const tax = owedBy(notices, 'seller');
  const reference = await payInFull(scene, tax);
  await payInFull(scene, owedBy(notices, 'buyer'));
  await inState(scene, 9);
  const before = (await landView(scene)).certificate?.serial;
  await reverse(scene, reference, 'Ngân hàng hoàn lại khoản tiền ghi có nhầm');
  const owed = await itemIs(scene, tax.payableItemId, 'unpaid');
  scene.check('paid of the income tax', '0', owed.paidDong);
  const [debt] = await scene.until(`a debt case of ${scene.code}`, async () => {
    const debts = await openDebts(scene);
    return debts.length > 0 ? debts : undefined;
  });
  scene.check('debt of the certificate', '16000000', debt);
  scene.check('certificate that stands', before ?? '', (await landView(scene)).certificate?.serial);
  await payInFull(scene, tax);
  await scene.until(`the debt case of ${scene.code} settled`, async () =>
    (await openDebts(scene)).length === 0 ? true : undefined,
  );
  await handOver(scene);
}
