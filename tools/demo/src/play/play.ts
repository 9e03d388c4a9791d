import type { DossierFile } from '../input/dossier-file';
import { type Agencies, NoAnswer, Refused } from '../people/agencies';
import { roles } from '../people/people';
import type { BranchOffices } from './branch-offices';
import { manualDesks, secondEyes } from './desks';
import { dossierRequest } from './dossier-request';
import { inParallel } from './in-parallel';
import { PlayedDossier } from './played-dossier';
import { watchDossiers } from './watch';

export interface PlayOptions {
  readonly agencies: Agencies;
  readonly offices: BranchOffices;
  readonly files: readonly DossierFile[];
  readonly automatic: boolean;
  readonly onProgress: (ended: number, of: number) => void;
}

const submitAtOnce = 8;

/** Hands the dossiers in, acts at the desks, and looks at every dossier until it ends or nothing moves any more. */
export async function playDossiers(options: PlayOptions): Promise<readonly PlayedDossier[]> {
  const { agencies, offices, onProgress } = options;
  const clerk = roles.deskClerk(offices.intake);
  const dossiers = options.files.map((file) => new PlayedDossier(file));
  const allEnded = (): boolean => dossiers.every(({ ended }) => ended);
  const desksOf = options.automatic ? secondEyes : manualDesks;
  const desks = desksOf(agencies, offices, dossiers);
  const handled = (): number => desks.reduce((sum, desk) => sum + desk.handled, 0);
  let failed: unknown;
  const guarded = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => void (failed ??= error));
  const until = (): boolean => failed !== undefined || allEnded();
  await Promise.all([
    guarded(inParallel(dossiers, submitAtOnce, (dossier) => submitDossier(options, dossier))),
    guarded(watchDossiers({ agencies, clerk, dossiers, handled, onProgress }, until)),
    ...desks.map((desk) => guarded(desk.work(until))),
  ]);
  if (failed !== undefined) throw failed as Error;
  return dossiers;
}

/** Hands one dossier in at the desk; a refusal fails the dossier. */
export async function submitDossier(
  { agencies, offices }: Pick<PlayOptions, 'agencies' | 'offices'>,
  dossier: PlayedDossier,
): Promise<void> {
  const clerk = roles.deskClerk(offices.intake);
  dossier.begin();
  try {
    const accepted = await agencies.post<{ code: string }>(clerk, '/dossiers', dossierRequest(dossier.file));
    dossier.code = accepted.code;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NoAnswer)) throw error;
    dossier.fail(`the desk did not accept it: ${error.message}`);
  }
}
