import { join } from 'node:path';
import { messages } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { exampleProcedures, procedures } from '@lienthong/procedures';
import { actKinds } from './act-kinds';
import { actsPage } from './acts-page';
import { extendLock, LOCK_FILE, readLock } from './contract-lock';
import { errorCatalogues } from './error-catalogues';
import { errorsPage } from './errors-page';
import { messagesPage } from './messages-page';
import { procedurePage } from './procedure-page';
import { withExamples } from './protocol-examples';
import { registryFiles } from './registry-files';
import { serviceFiles } from './service-files';
import { type DerivedFile, jsonText, readIfPresent } from './workspace';

const PROTOCOL_PAGE = 'docs/protocol.md';

/** All derived files of the repository, or the reasons why they cannot be derived. */
export function referenceFiles(root: string): {
  readonly files: readonly DerivedFile[];
  readonly faults: readonly string[];
} {
  const definitions = messages.map((message) => messageOf(message));
  const { lock, faults } = extendLock(readLock(readIfPresent(join(root, LOCK_FILE))), definitions);
  if (faults.length > 0) return { files: [], faults };
  return {
    faults: [],
    files: [
      { path: LOCK_FILE, text: jsonText(lock) },
      ...registryFiles(lock),
      ...serviceFiles(root),
      { path: 'docs/reference/messages.md', text: messagesPage(definitions) },
      { path: PROTOCOL_PAGE, text: withExamples(readIfPresent(join(root, PROTOCOL_PAGE)) ?? '') },
      { path: 'docs/reference/acts.md', text: actsPage(actKinds(root)) },
      { path: 'docs/reference/errors.md', text: errorsPage(errorCatalogues(root)) },
      ...[...procedures, ...exampleProcedures].map((procedure) => ({
        path: `docs/reference/procedures/${procedure.code}.md`,
        text: procedurePage(procedure),
      })),
    ],
  };
}
