import { hash } from 'node:crypto';
import { canonicalBytes, type JsonSchema, type MessageDefinition, schemaBreaks } from '@lienthong/envelope';

export const LOCK_FILE = 'contracts.lock.json';

/** One released schema of a message. */
export interface Revision {
  readonly hash: string;
  readonly dataschema: string;
  readonly schema: JsonSchema;
}

/** Released schemas by wire name, oldest revision first. */
export type ContractLock = Readonly<Record<string, readonly Revision[]>>;

/** The lock in the repository; empty before the first release. */
export function readLock(text: string | undefined): ContractLock {
  return text === undefined ? {} : (JSON.parse(text) as ContractLock);
}

/**
 * The lock with the schemas of today. A new message and a new optional field are added; every other difference from what was
 * released is a fault that names message and field: it needs a new version beside the old one.
 */
export function extendLock(
  lock: ContractLock,
  definitions: readonly MessageDefinition[],
): { readonly lock: ContractLock; readonly faults: readonly string[] } {
  const today = new Map(definitions.map((definition) => [definition.type, revisionOf(definition)]));
  const types = [...new Set([...today.keys(), ...Object.keys(lock)])].sort();
  const extended = types.map((type) => {
    const released = lock[type] ?? [];
    return [type, released, today.get(type)] as const;
  });
  return {
    lock: Object.fromEntries(extended.map(([type, released, revision]) => [type, withRevision(released, revision)])),
    faults: extended.flatMap(([type, released, revision]) => lockFaults(type, released, revision)),
  };
}

function withRevision(released: readonly Revision[], revision: Revision | undefined): readonly Revision[] {
  return revision === undefined || released.at(-1)?.hash === revision.hash ? released : [...released, revision];
}

function lockFaults(type: string, released: readonly Revision[], revision: Revision | undefined): string[] {
  const edited = released.filter(({ schema, hash: pinned }) => schemaHash(schema) !== pinned);
  if (edited.length > 0) return [`${type}: ${LOCK_FILE} was edited, its schema does not give its hash`];
  const last = released.at(-1);
  if (revision === undefined) return [`${type} was released and is gone from the contracts`];
  if (last === undefined || last.hash === revision.hash) return [];
  return schemaBreaks(last.schema, revision.schema).map(
    ({ pointer, change }) =>
      `${type}: ${pointer}: ${change}; a released version never changes so, declare a new version beside it`,
  );
}

function revisionOf({ dataschema, schema }: MessageDefinition): Revision {
  return { hash: schemaHash(schema), dataschema, schema };
}

/** The hash in which `dataschema` ends. */
function schemaHash(schema: JsonSchema): string {
  return hash('sha256', canonicalBytes(schema), 'base64url');
}
