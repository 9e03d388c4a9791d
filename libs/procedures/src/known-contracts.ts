import { grants, type GrantRow, messages } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

/** A message as a definition knows it: its wire name and the member that alone sends it. */
export interface KnownMessage {
  readonly type: string;
  readonly owner: string;
}

/** What a definition is checked against, and from which it follows what the owner of a chain sees. */
export interface KnownContracts {
  readonly messages: readonly KnownMessage[];
  readonly grants: readonly GrantRow[];
}

/** The contracts of this installation. */
export const installedContracts: KnownContracts = {
  messages: messages.map((message) => messageOf(message)),
  grants,
};

/** Whether a member is given a message: it sends it itself, or a grant lets it receive it. */
export function hears({ messages: known, grants: granted }: KnownContracts, member: string, type: string): boolean {
  return (
    known.some((message) => message.type === type && message.owner === member) ||
    granted.some((row) => row.type === type && row.recipient === member && row.enabled)
  );
}
