import { developmentAgencies, ensureDevelopmentKeys, newMemberKey } from '@lienthong/service-host';
import { type Terminal, UsageError } from '../terminal';

const MEMBER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Makes the keys of members, officers and token issuer that are missing; or one more key of a member. */
export async function keysCommand(home: string, words: readonly string[], terminal: Terminal): Promise<void> {
  const [verb, member = '', kid = ''] = words;
  if (verb === undefined) return ensureAll(home, terminal);
  if (verb !== 'new' || !MEMBER.test(member) || !kid) {
    throw new UsageError('lienthong keys, or keys new <member> <kid>: a name that no key had before, like tax-2');
  }
  const { file, publicJwk } = newMemberKey(home, { member, kid });
  terminal.err(
    `${file} holds the private part, which stays there. The operators of the bus get the public part:\n` +
      `npm run lienthong -- members key add ${member} ${kid} ${publicJwk.x} --reason "…"`,
  );
  terminal.out(publicJwk.x);
}

async function ensureAll(home: string, terminal: Terminal): Promise<void> {
  await ensureDevelopmentKeys(home);
  terminal.err(
    `keys of ${developmentAgencies.length} members, their signing officers and the token issuer lie in ${home}`,
  );
}
