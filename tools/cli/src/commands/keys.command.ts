import { developmentAgencies, ensureDevelopmentKeys } from '@lienthong/service-host';
import type { Terminal } from '../terminal';

/** Makes the keys of members, officers and token issuer that are missing. */
export async function keysCommand(home: string, terminal: Terminal): Promise<void> {
  await ensureDevelopmentKeys(home);
  terminal.err(
    `keys of ${developmentAgencies.length} members, their signing officers and the token issuer lie in ${home}`,
  );
}
