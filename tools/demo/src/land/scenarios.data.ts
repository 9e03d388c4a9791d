import type { LandScenario } from './land-scenario';
import { amendedUp } from './scenes/amended-up.scene';
import { deferred } from './scenes/deferred.scene';
import { exemptSeller } from './scenes/exempt-seller.scene';
import { giftToStranger, inheritance } from './scenes/kinship.scenes';
import { late } from './scenes/late.scene';
import { mortgageFirst } from './scenes/mortgage-first.scene';
import { overpaid } from './scenes/overpaid.scene';
import { regimeScenes } from './scenes/regime.scenes';
import { reversal } from './scenes/reversal.scene';
import { slipReturned } from './scenes/slip-returned.scene';
import { capped, dearerThanTheTable, sunny } from './scenes/table-price.scenes';
import { underpaid } from './scenes/underpaid.scene';
import { withdrawn } from './scenes/withdrawn.scene';

/** The first is played when none is named. */
export const landScenarios: readonly LandScenario[] = [
  sunny,
  amendedUp,
  withdrawn,
  underpaid,
  overpaid,
  late,
  slipReturned,
  exemptSeller,
  deferred,
  reversal,
  inheritance,
  giftToStranger,
  mortgageFirst,
  dearerThanTheTable,
  capped,
  ...regimeScenes,
];

export function landScenarioOf(name: string | undefined): LandScenario {
  const found = landScenarios.find((scenario) => scenario.name === (name ?? landScenarios[0]?.name));
  if (!found) throw new Error(`there is no scenario ${name} of a land transfer`);
  return found;
}
