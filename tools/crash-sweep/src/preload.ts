import { SWEEP_FOLDER, sweepFiles, SWEPT_PROCESS } from './effects/orders';
import { watchEffects } from './effects/watch-effects';
import { witnessOf } from './effects/witness';
import { wrapAnswers } from './effects/wrap-answers';
import { wrapBroker } from './effects/wrap-broker';
import { wrapDatabase } from './effects/wrap-database';

/** What `node --require` loads into a service that is swept. */
export const preloadFile = __filename;

const swept = process.env[SWEPT_PROCESS];
const folder = process.env[SWEEP_FOLDER];
if (swept && folder) {
  const files = sweepFiles(folder, swept);
  const observe = watchEffects(files);
  wrapDatabase(observe, witnessOf(files.handlings));
  wrapBroker(observe, process.env['TOPIC_PREFIX'] ?? '');
  wrapAnswers(observe);
}
