import { SWEEP_FOLDER, sweepFiles, SWEPT_PROCESS } from './effects/orders';
import { watchEffects } from './effects/watch-effects';
import { wrapAnswers } from './effects/wrap-answers';
import { wrapBroker } from './effects/wrap-broker';
import { wrapDatabase } from './effects/wrap-database';

/** What `node --require` loads into a service that is swept. */
export const preloadFile = __filename;

const swept = process.env[SWEPT_PROCESS];
const folder = process.env[SWEEP_FOLDER];
if (swept && folder) {
  const observe = watchEffects(sweepFiles(folder, swept));
  wrapDatabase(observe);
  wrapBroker(observe, process.env['TOPIC_PREFIX'] ?? '');
  wrapAnswers(observe);
}
