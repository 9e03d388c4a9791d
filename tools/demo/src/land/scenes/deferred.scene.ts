import { handIn, handOver, inState } from '../acts/one-stop.acts';
import { completeSlip, landView, signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { confirmAmounts, issueNotices, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

export const deferred: LandScenario = {
  name: 'deferred',
  text: 'the buyer may owe the registration fee (ghi nợ): it stands on the certificate as a debt, and nobody waits for it',
  script,
  expected: {
    rows: ['F19', 'L10'],
    state: 10,
    payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE, 'deferred')],
  },
};

async function script(scene: LandScene): Promise<void> {
  const [buyer] = scene.file.buyers;
  const person = buyer?.personalIdentificationNumber;
  const basis = 'Đối tượng được ghi nợ lệ phí trước bạ';
  await handIn(scene);
  await completeSlip(scene, { deferrals: [{ revenue: 'registration-fee', person, basis, proof: 'papers' }] });
  const slipId = await signSlip(scene);
  await confirmAmounts(scene, slipId);
  await payInFull(scene, owedBy(await issueNotices(scene, slipId), 'seller'));
  await inState(scene, 9);
  const { certificate } = await landView(scene);
  scene.check('debts on the certificate', 1, certificate?.deferredItems?.length);
  await handOver(scene);
}
