import { type Agencies, NoAnswer, Refused } from '../people/agencies';
import { roles } from '../people/people';
import { inParallel } from '../play/in-parallel';
import { PlayedDossier } from '../play/played-dossier';
import { watchDossiers } from '../play/watch';
import { civilDesks } from './civil-desks';
import type { CivilDossier } from './civil-document';
import type { CivilFile } from './civil-file';
import { type CivilOffices, officeOf } from './civil-offices';
import { knowPerson } from './known-person';
import type { Scenario } from './scenarios.data';

export interface CivilPlay {
  readonly agencies: Agencies;
  readonly offices: CivilOffices;
  readonly files: readonly CivilFile[];
  readonly scenario: Scenario;
  readonly automatic: boolean;
  readonly onProgress: (ended: number, of: number) => void;
}

const submitAtOnce = 8;

/** Hands the declarations in, acts at the desks, and looks at every dossier until it ends or nothing moves any more. */
export async function playCivil(options: CivilPlay): Promise<readonly CivilDossier[]> {
  const { agencies, offices, files, scenario, automatic, onProgress } = options;
  const clerk = roles.deskClerk(officeOf(offices, 'intake'));
  const dossiers = files.map((file) => new PlayedDossier<CivilFile>(file));
  const desks = automatic ? [] : civilDesks(agencies, { offices, dossiers, scenario });
  const handled = (): number => desks.reduce((sum, desk) => sum + desk.handled, 0);
  let failed: unknown;
  const guarded = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => void (failed ??= error));
  const until = (): boolean => failed !== undefined || dossiers.every(({ ended }) => ended);
  await Promise.all([
    guarded(inParallel(dossiers, submitAtOnce, (dossier) => declare(options, dossier))),
    guarded(watchDossiers({ agencies, clerk, dossiers, handled, onProgress }, until)),
    ...desks.map((desk) => guarded(desk.work(until))),
  ]);
  if (failed !== undefined) throw failed as Error;
  return dossiers;
}

/** Hands one declaration in at the desk; a refusal fails the dossier. */
export async function declare(
  { agencies, offices, scenario }: Pick<CivilPlay, 'agencies' | 'offices' | 'scenario'>,
  dossier: CivilDossier,
): Promise<void> {
  if ('deceased' in dossier.file) await knowPerson(agencies, offices, dossier.file);
  dossier.begin();
  const body = { channel: 'desk', ...dossier.file, ...scenario.change };
  try {
    const clerk = roles.deskClerk(officeOf(offices, 'intake'));
    const { code } = await agencies.post<{ code: string }>(clerk, `/dossiers/${scenario.procedure}`, body);
    dossier.code = code;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NoAnswer)) throw error;
    dossier.fail(`the desk did not accept it: ${error.message}`);
  }
}
