import type { LandScenario } from './land-scenario';
import { giftToStranger, inheritance } from './scenes/kinship.scenes';
import { regimeScenes } from './scenes/regime.scenes';
import { capped, dearerThanTheTable, sunny } from './scenes/table-price.scenes';
import { underpaid } from './scenes/underpaid.scene';

/** The first is played when none is named. */
export const landScenarios: readonly LandScenario[] = [
  sunny,
  dearerThanTheTable,
  capped,
  underpaid,
  inheritance,
  giftToStranger,
  ...regimeScenes,
];

export function landScenarioOf(name: string | undefined): LandScenario {
  const found = landScenarios.find((scenario) => scenario.name === (name ?? landScenarios[0]?.name));
  if (!found) throw new Error(`there is no scenario ${name} of a land transfer`);
  return found;
}
