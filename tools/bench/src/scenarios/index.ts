import type { Scenario } from '../scenario';
import { deadWebhook } from './dead-webhook';
import { dossierLatency } from './dossier-latency';
import { drain } from './drain/drain';
import { grow } from './grow/grow';
import { hop } from './hop';
import { idle } from './idle';
import { instances } from './instances';
import { landChain } from './land-chain';
import { latency } from './latency';
import { noisyMember } from './noisy-member';
import { poison } from './poison';
import { province } from './province/province';
import { soak } from './soak/soak';
import { start } from './start';

/** In the order in which they run: later ones build on what earlier ones measured. */
export const scenarios: readonly Scenario[] = [
  hop,
  latency,
  landChain,
  dossierLatency,
  drain,
  poison,
  noisyMember,
  deadWebhook,
  idle,
  start,
  instances,
  province,
  grow,
  soak,
];
