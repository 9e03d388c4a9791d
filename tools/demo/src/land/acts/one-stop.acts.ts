import type { DossierView } from '../../play/played-dossier';
import { dossierRequest } from '../../play/dossier-request';
import type { LandScene } from '../land-scene';

/** The dossier is handed in; `more` is what only this story has on the form. */
export async function handIn(scene: LandScene, more: object = {}): Promise<void> {
  const { dossier, people } = scene;
  dossier.begin();
  const request = { ...dossierRequest(dossier.file), ...more };
  dossier.code = (await scene.tell<{ code: string }>(people.deskClerk, '/dossiers', request)).code;
}

export function inState(scene: LandScene, state: number, code = scene.code): Promise<DossierView> {
  return scene.until(`${code} in state ${state}`, () => seenIn(scene, state, code));
}

/** The citizen takes the result home. */
export async function handOver(scene: LandScene): Promise<void> {
  await inState(scene, 9);
  const { code, file, people } = scene;
  await scene.act(
    `${code} handed over`,
    () => scene.tell(people.deskClerk, `/dossiers/${code}/hand-over`, { receiverName: file.buyers[0]?.name }),
    () => seenIn(scene, 10),
  );
}

/** The citizen wants the dossier back (M01-cancel, F8). */
export async function withdraw(scene: LandScene, reason: string): Promise<DossierView> {
  const { code, people } = scene;
  return scene.act(
    `the end of ${code}`,
    () => scene.tell(people.deskClerk, `/dossiers/${code}/withdraw`, { reason }),
    () => seenIn(scene, 8),
  );
}

async function seenIn(scene: LandScene, state: number, code = scene.code): Promise<DossierView | undefined> {
  const view = await scene.ask<DossierView>(scene.people.deskClerk, `/dossiers/${code}`);
  return view.state === state ? view : undefined;
}
