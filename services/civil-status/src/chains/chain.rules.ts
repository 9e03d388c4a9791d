import { instantText } from '@lienthong/kernel';
import type { ProcedureInstance } from '@lienthong/procedures';
import { civilErrors } from '../civil-status.errors';
import type { Act } from './act';
import type { ChainChange, ChainStatus, CivilChain } from './civil-chain.state';
import { steps } from './steps.data';

/** Where the chain stands, as its open steps and its end say. */
export function statusOf({ steps: reached, end }: ProcedureInstance): ChainStatus {
  if (end === 'not-accepted') return 'refused';
  if (end === 'stopped') return 'stopped';
  if (end !== undefined) return 'handed-over';
  const isActive = (id: string): boolean => reached[id]?.state === 'active';
  if (isActive(steps.check)) return 'received';
  if (isActive(steps.number)) return 'registering';
  if (isActive(steps.register)) return 'drafted';
  return isActive(steps.handOver) ? 'concluded' : 'running';
}

/** A step of an officer is possible at certain places only; elsewhere it is refused by name. */
export function requireStatus(
  { dossierCode, status }: CivilChain,
  wanted: string,
  ...needed: readonly [ChainStatus, ...ChainStatus[]]
): void {
  if (!needed.includes(status)) throw civilErrors.STEP_NOT_ALLOWED({ dossierCode, status, wanted, needed });
}

/** Appends to the history; the message that brought the work is remembered as cause of what is sent later. */
export function noted<C extends CivilChain>(
  chain: C,
  act: Act,
  entry: Pick<ChainChange, 'what' | 'reason' | 'before'>,
): C {
  const { at, by, messageId } = act;
  const change = { ...entry, at: instantText(at), by, ...(messageId !== undefined && { messageId }) };
  return { ...chain, history: [...chain.history, change], workMessageId: messageId ?? chain.workMessageId };
}

interface Destination {
  readonly fromOffice: string;
  readonly to: readonly { readonly member: string; readonly office: string }[];
  readonly causationId: string;
}

/** Addresses a message of the chain, caused by the message that brought the work. */
export function toOffice(chain: CivilChain, member: string, office: string): Destination {
  return { fromOffice: chain.office, to: [{ member, office }], causationId: chain.workMessageId };
}

/** Answers go to the desk that forwarded the declaration. */
export function toIntake(chain: CivilChain): Destination {
  return toOffice(chain, 'intake', chain.intakeOffice);
}

/** Only the desk that forwarded the declaration speaks for the citizen. */
export function requireDesk({ dossierCode, intakeOffice }: CivilChain, senderOffice: string): void {
  if (intakeOffice !== senderOffice) {
    throw civilErrors.SENDER_UNEXPECTED({ dossierCode, expected: intakeOffice, sender: senderOffice });
  }
}
