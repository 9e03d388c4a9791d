import type { FileRef } from '@lienthong/envelope';
import type { AppError } from '@lienthong/kernel';
import type { StoredFile } from './file';
import { fileErrors } from './files.errors';

/** A file as a message names it, and as it stands for the sender; nothing when the sender may not name it. */
export interface NamedFile {
  readonly file: FileRef;
  readonly stored: StoredFile | undefined;
}

const FACTS = ['name', 'contentType', 'size', 'sha256'] as const;

/** Why a message that names these files is not taken over: the first of them that is not there, gone, not whole, or otherwise. */
export function faultOfNaming(named: readonly NamedFile[]): AppError | undefined {
  for (const { file, stored } of named) {
    const fault = faultOf(file, stored);
    if (fault) return fault;
  }
  return undefined;
}

function faultOf(file: FileRef, stored: StoredFile | undefined): AppError | undefined {
  const { fileId } = file;
  if (!stored) return fileErrors.UNKNOWN({ fileId });
  const { state, removedWhy, received, size } = stored;
  if (removedWhy) return fileErrors.REMOVED({ fileId, why: removedWhy });
  if (state !== 'complete') return fileErrors.INCOMPLETE({ fileId, received, size });
  const fields = FACTS.filter((fact) => file[fact] !== stored[fact]);
  return fields.length === 0 ? undefined : fileErrors.NOT_AS_NAMED({ fileId, fields });
}
