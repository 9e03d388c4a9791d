import { localDate, vietnamCalendar } from '@lienthong/kernel';
import { extensionTime, versionOf } from '@lienthong/procedures';
import { civilErrors } from '../civil-status.errors';
import type { Act } from './act';
import { noted } from './chain.rules';
import type { CivilChain } from './civil-chain.state';

const EXTENDED = 'extended: ';

/** What lengthens a chain, and why the registrar says so. */
export interface Extending {
  readonly extension: string;
  readonly reason: string;
}

/**
 * The appointment moves by the days that the procedure gives for this, once. Only what the registrar finds out: what is known
 * when the declaration is handed in, such as a remote commune, is in the first appointment already.
 * @throws civil-status.EXTENSION_UNKNOWN, EXTENSION_APPLIED
 */
export function extended<C extends CivilChain>(chain: C, { extension, reason }: Extending, act: Act): C {
  const { dossierCode, instance, receivedAt, appointmentAt } = chain;
  const version = versionOf(instance);
  const time = extensionTime(version, extension, localDate(receivedAt));
  const known = (version.extensions ?? []).filter(({ foundBy }) => foundBy === 'owner').map(({ id }) => id);
  if (!time || !known.includes(extension)) throw civilErrors.EXTENSION_UNKNOWN({ dossierCode, extension, known });
  const what = `${EXTENDED}${extension}`;
  if (chain.history.some((change) => change.what === what))
    throw civilErrors.EXTENSION_APPLIED({ dossierCode, extension });
  const later = vietnamCalendar.appointment(appointmentAt, time.amount);
  return noted({ ...chain, appointmentAt: later }, act, { what, reason });
}

/** Whether the citizen has another appointment than the desk gave. */
export function isExtended({ history }: CivilChain): boolean {
  return history.some(({ what }) => what.startsWith(EXTENDED));
}
