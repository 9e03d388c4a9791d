import type { Scenario } from '../scenario';
import { idle } from './idle';
import { start } from './start';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [idle, start];
