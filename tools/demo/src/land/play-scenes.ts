import type { DossierFile } from '../input/dossier-file';
import { NoAnswer, Refused } from '../people/agencies';
import type { BranchOffices } from '../play/branch-offices';
import { PlayedDossier } from '../play/played-dossier';
import { untilHandled } from '../report/trace';
import type { StackVisit } from '../stack-visit';
import { inState } from './acts/one-stop.acts';
import { CommonDays } from './common-days';
import { LandScene, NothingCame } from './land-scene';
import type { LandScenario } from './land-scenario';

export interface ScenesOptions {
  readonly visit: StackVisit;
  readonly offices: BranchOffices;
  readonly files: readonly DossierFile[];
  readonly expected: LandScenario['expected'];
  readonly script: NonNullable<LandScenario['script']>;
  /** Played from the day for which the scenario is written. */
  readonly isDated: boolean;
  readonly onProgress: (ended: number, of: number) => void;
}

/** Plays the script with every dossier, all beside each other; what was seen on the way and must not be comes back too. */
export async function playScenes(
  options: ScenesOptions,
): Promise<{ readonly dossiers: readonly PlayedDossier[]; readonly differences: readonly string[] }> {
  const { visit, offices, files, expected, isDated, onProgress } = options;
  const days = new CommonDays(files.length, (count) => visit.passDays(count));
  const scenes = files.map((file) => {
    const dossier = new PlayedDossier(file, expected.state);
    // what was sent on a day has come before the next one: the bus does not sleep for days
    const passDays = async (count: number): Promise<void> => {
      await untilHandled(visit.agencies, dossier.code);
      await days.arrive(count);
    };
    return new LandScene(dossier, { offices, isDated, agencies: () => visit.agencies, passDays });
  });
  let ended = 0;
  await Promise.all(
    scenes.map(async (scene) => {
      await playScene(scene, options.script).finally(() => days.leave());
      onProgress((ended += 1), files.length);
    }),
  );
  return {
    dossiers: scenes.map(({ dossier }) => dossier),
    differences: scenes.flatMap(({ differences }) => differences),
  };
}

/** From the desk to the end that is foreseen; whatever somebody refused or never did fails the dossier. */
export async function playScene(scene: LandScene, script: ScenesOptions['script']): Promise<void> {
  const { dossier } = scene;
  try {
    await script(scene);
    dossier.see(await inState(scene, dossier.end));
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NoAnswer || error instanceof NothingCame)) throw error;
    dossier.fail(error.message);
  }
}
