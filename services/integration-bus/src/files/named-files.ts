import type { FileRef } from '@lienthong/envelope';
import type { AppError } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { Submission } from '../exchange/submission';
import type { StoredFile } from './file';
import { fileOf, type FileRow } from './file.repository';
import { NAME_FILES, TOUCH_NAMED } from './file.sql';
import { faultOfNaming } from './naming.rules';

type Faults = ReadonlyMap<Submission, AppError>;

const NO_FAULTS: Faults = new Map();

/**
 * The first fault of each message that names a file which is not there for its sender, not whole, or otherwise. In the
 * transaction that takes the messages over; a statement only when one names a file.
 */
export async function faultsOfNaming(
  client: ClientBase,
  submissions: readonly Submission[],
  now: Date,
): Promise<Faults> {
  const naming = submissions.filter((one) => filesOf(one).length > 0);
  if (naming.length === 0) return NO_FAULTS;
  const known = await knownFiles(client, naming, now);
  const faults = new Map<Submission, AppError>();
  for (const one of naming) {
    const named = filesOf(one).map((file) => ({ file, stored: known.get(keyOf(one.sender, file.fileId)) }));
    const fault = faultOfNaming(named);
    if (fault) faults.set(one, fault);
  }
  return faults;
}

/** Ties accepted messages, with the log ids of their entries, to the files that they name; a statement only where one does. */
export async function nameFiles(
  client: ClientBase,
  accepted: readonly { readonly submission: Submission; readonly logId: string }[],
): Promise<void> {
  const rows = accepted.flatMap(({ submission, logId }) =>
    filesOf(submission).map(({ fileId }) => ({ fileId, logId })),
  );
  if (rows.length === 0) return;
  await client.query(NAME_FILES, [rows.map(({ fileId }) => fileId), rows.map(({ logId }) => logId)]);
}

async function knownFiles(
  client: ClientBase,
  naming: readonly Submission[],
  now: Date,
): Promise<ReadonlyMap<string, StoredFile>> {
  const wanted = naming.flatMap((one) => filesOf(one).map(({ fileId }) => ({ fileId, sender: one.sender })));
  const unique = [...new Map(wanted.map((one) => [keyOf(one.sender, one.fileId), one])).values()];
  const { rows } = await client.query<FileRow & { sender: string }>(TOUCH_NAMED, [
    unique.map(({ fileId }) => fileId),
    unique.map(({ sender }) => sender),
    now,
  ]);
  return new Map(rows.map((row) => [keyOf(row.sender, row.file_id), fileOf(row)]));
}

function filesOf({ admission }: Submission): readonly FileRef[] {
  return admission.admitted ? (admission.files ?? []) : [];
}

function keyOf(sender: string, fileId: string): string {
  return `${sender}|${fileId}`;
}
