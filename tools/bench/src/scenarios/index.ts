import type { Scenario } from '../scenario';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [];
