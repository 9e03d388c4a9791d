import type { Scenario } from '../scenario';
import { drain } from './drain/drain';
import { grow } from './grow/grow';
import { idle } from './idle';
import { soak } from './soak/soak';
import { start } from './start';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [drain, idle, start, grow, soak];
