import type { Contract } from '@lienthong/contracts';
import type { LandScene } from '../land-scene';

/** A dossier as its land office sees it, as far as the stories look. */
export interface LandView {
  readonly dossierCode: string;
  readonly status: string;
  readonly slip?: { readonly slipId: string; readonly contract: Contract };
  readonly certificate?: { readonly serial: string; readonly deferredItems?: readonly object[] };
  readonly reason?: string;
}

const unsigned: ReadonlySet<string> = new Set(['received', 'checked', 'slip-drafted']);

export function landView(scene: LandScene): Promise<LandView> {
  return scene.ask<LandView>(scene.people.landOfficer, `/dossiers/${scene.code}`);
}

export function atLand(scene: LandScene, ...statuses: readonly string[]): Promise<LandView> {
  return scene.until(`${scene.code} ${statuses.join(' or ')} at the land office`, async () => {
    const view = await landView(scene);
    return statuses.includes(view.status) ? view : undefined;
  });
}

/** The officer completes the slip that waits for the leader. */
export async function completeSlip(scene: LandScene, changes: object): Promise<void> {
  await atLand(scene, 'slip-drafted');
  await scene.change(scene.people.landOfficer, `/dossiers/${scene.code}/slip`, changes);
}

/** The leader signs the slip that follows `before`, and the tax office has it. Its id. */
export async function signSlip(scene: LandScene, before?: string): Promise<string> {
  const { code, people } = scene;
  const slipId = await scene.until(`a slip of ${code}`, async () => {
    const { slip } = await landView(scene);
    return slip?.slipId === before ? undefined : slip?.slipId;
  });
  await scene.until(`the slip of ${code} to be signed`, async () => {
    const { status } = await landView(scene);
    return status === 'slip-drafted' || !unsigned.has(status) ? status : undefined;
  });
  await scene.act(
    `the signature of slip ${slipId}`,
    () => scene.tell(people.landLeader, `/dossiers/${code}/sign-slip`),
    async () => (unsigned.has((await landView(scene)).status) ? undefined : true),
  );
  return slipId;
}

/** The officer draws up the next version of a slip, on request (M14) or unasked (F5); the leader signs it. Its id. */
export async function sendAnotherSlip(
  scene: LandScene,
  how: 'correct-slip' | 'replace-slip',
  changes: object,
): Promise<string> {
  const { code, people } = scene;
  const before = (await landView(scene)).slip?.slipId;
  await scene.act(
    `another slip of ${code}`,
    () => scene.tell(people.landOfficer, `/dossiers/${code}/${how}`, changes),
    async () => ((await landView(scene)).slip?.slipId === before ? undefined : true),
  );
  return signSlip(scene, before);
}

/** The leader signs the certificate that was prepared, where the office leaves that to its leader. */
export async function signCertificate(scene: LandScene): Promise<void> {
  const { code, people } = scene;
  await atLand(scene, 'certificate-drafted', 'concluded');
  await scene.act(
    `the certificate of ${code}`,
    () => scene.tell(people.landLeader, `/dossiers/${code}/sign-certificate`),
    async () => ((await landView(scene)).status === 'concluded' ? true : undefined),
  );
}

/** Remainders of this dossier that are owed although its certificate is signed (F16). */
export async function openDebts(scene: LandScene): Promise<readonly string[]> {
  const { items } = await scene.ask<{ items: readonly { dossierCode: string; remainderDong: string }[] }>(
    scene.people.landOfficer,
    '/debt-cases?limit=100',
  );
  return items.filter(({ dossierCode }) => dossierCode === scene.code).map(({ remainderDong }) => remainderDong);
}
