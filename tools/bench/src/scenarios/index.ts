import type { Scenario } from '../scenario';
import { hop } from './hop';
import { latency } from './latency';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [hop, latency];
