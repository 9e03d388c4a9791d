import type { Scenario } from '../scenario';
import { dossierLatency } from './dossier-latency';
import { landChain } from './land-chain';
import { poison } from './poison';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [landChain, dossierLatency, poison];
