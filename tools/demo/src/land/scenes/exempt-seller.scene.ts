import { handIn, handOver } from '../acts/one-stop.acts';
import { completeSlip, signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { confirmAmounts, issueNotices, owedBy } from '../acts/tax-office.acts';
import { buyerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

export const exemptSeller: LandScenario = {
  name: 'exempt-seller',
  text: 'the seller sells the only home, held for 183 days and more: no income tax, confirmed by a second officer; the buyer still owes the fee, and the dossier waits for it',
  script,
  expected: { rows: ['F20', 'X3'], state: 10, payments: [buyerOwes(4_000_000n, DUE)] },
};

async function script(scene: LandScene): Promise<void> {
  const [seller] = scene.file.sellers;
  await handIn(scene);
  await completeSlip(scene, {
    claims: [
      {
        ...{ revenue: 'personal-income-tax', ground: 'sole-home', person: seller?.personalIdentificationNumber },
        ...{ otherHomes: 0, futureHomes: 0, heldSince: scene.file.certificate.issuedOn, wholeProperty: true },
      },
    ],
  });
  const slipId = await signSlip(scene);
  await confirmAmounts(scene, slipId);
  const assessment = await issueNotices(scene, slipId);
  const tax = assessment.revenues?.find(({ kind }) => kind === 'personal-income-tax');
  scene.check('the seller is exempt from', '16000000', tax?.rows[0]?.exemptDong);
  await payInFull(scene, owedBy(assessment, 'buyer'));
  await handOver(scene);
}
