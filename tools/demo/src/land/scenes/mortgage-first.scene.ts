import type { DossierView } from '../../play/played-dossier';
import { positionOf } from '../../play/prepare-agencies';
import { handIn, handOver, inState } from '../acts/one-stop.acts';
import { signSlip } from '../acts/land-office.acts';
import { payInFull } from '../acts/money.acts';
import { issueNotices, owedBy } from '../acts/tax-office.acts';
import { buyerOwes, sellerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import type { LandScene } from '../land-scene';
import { DUE } from './table-price.scenes';

const [REGISTRATION, RELEASE] = ['1.011441', '1.011443'];
const mortgage = {
  mortgageeName: 'Ngân hàng Thử Nghiệm',
  mortgageeNumber: '3600000014',
  contractNumber: '07/2026/HĐTC',
  contractDate: '2026-07-31',
};

export const mortgageFirst: LandScenario = {
  name: 'mortgage-first',
  text: 'the parcel is mortgaged: a transfer alone is refused with the entry that stands in its way; filed together with the release it goes through',
  script,
  expected: { rows: ['W2'], state: 10, payments: [sellerOwes(16_000_000n, DUE), buyerOwes(4_000_000n, DUE)] },
};

async function script(scene: LandScene): Promise<void> {
  const registered = await fileRequest(scene, REGISTRATION, { changeKind: 'mortgage', mortgage });
  const { certificate } = await untilResult(scene, registered);
  const registerNumber = certificate?.registerNumber ?? '';
  await handIn(scene);
  const { reason = '' } = await inState(scene, 8);
  scene.check(
    'entry that the refusal names',
    registerNumber,
    reason.includes(registerNumber) ? registerNumber : reason,
  );
  const release = { registerNumber, documentDate: mortgage.contractDate, documentNumber: '12/GXN-NH' };
  const released = await fileRequest(scene, RELEASE, { changeKind: 'mortgage-release', release });
  await handIn(scene, { filedWith: released });
  await untilResult(scene, released);
  const notices = await issueNotices(scene, await signSlip(scene));
  await payInFull(scene, owedBy(notices, 'seller'));
  await payInFull(scene, owedBy(notices, 'buyer'));
  await handOver(scene);
}

/** A change without another owner, from the owner's papers; its code. */
async function fileRequest(scene: LandScene, procedure: string, part: object): Promise<string> {
  const { file, people } = scene;
  const [owner] = file.sellers;
  const { code } = await scene.tell<{ code: string }>(people.deskClerk, '/land-requests', {
    procedure,
    owners: file.sellers,
    parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    certificate: file.certificate,
    submitter: { name: owner?.name },
    ...part,
  });
  return code;
}

async function untilResult(scene: LandScene, code: string): Promise<DossierView> {
  const view = await inState(scene, 9, code);
  await scene.tell(scene.people.deskClerk, `/dossiers/${code}/hand-over`);
  return view;
}
