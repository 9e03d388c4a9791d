import { type Clock, newId } from '@lienthong/kernel';
import type { LogEntry } from '../log/log-entry';
import type { StoredFile } from './file';

/** An act upon a file as an entry of the message log; the name may tell of a person and stays out of it. */
export function fileEntry(
  clock: Clock,
  act: 'file-stored' | 'file-read' | 'file-removed',
  { fileId, owner, contentType, size, sha256 }: StoredFile,
  more: Readonly<Record<string, string | number>> = {},
): LogEntry {
  return {
    logId: newId(clock),
    kind: 'admin',
    acceptedAt: clock.now(),
    verdict: { outcome: 'accepted' },
    content: { act, fileId, owner, contentType, size, sha256, ...more },
  };
}
