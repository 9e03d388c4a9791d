import { createRequire } from 'node:module';
import { join } from 'node:path';
import { changeOwnEnvironment } from './local-infra.config';
import type { MigrationJob } from './migrations';
import { repositoryRoot } from './repository';

const load = createRequire(__filename);

/**
 * The migrators of several services in one process: what they share is loaded once. Each reads its settings while it is
 * loaded, so the next job may change them. Ends when no more jobs can come and the last migrator is done.
 */
process.on('message', ({ service, variables }: MigrationJob) => {
  changeOwnEnvironment(variables);
  load(join(repositoryRoot(), 'dist', 'services', service, 'src', 'migrate.js'));
});
