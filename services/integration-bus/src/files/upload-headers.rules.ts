import { CONTENT_TYPE_PATTERN, FILE_NAME_PATTERN } from '@lienthong/envelope';
import { fileErrors } from './files.errors';

/** What a member says of a file before it sends the first byte. */
export interface DeclaredFile {
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
}

export interface UploadLimits {
  readonly fileLimitBytes: number;
  readonly fileContentTypes: readonly string[];
}

const NAME_MAX = 200;
const METADATA_MAX = 4_000;
const NAME = new RegExp(FILE_NAME_PATTERN, 'u');
const CONTENT_TYPE = new RegExp(CONTENT_TYPE_PATTERN, 'u');
const SHA256 = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;
const WHOLE_NUMBER = /^\d{1,15}$/;

/** The headers `Upload-Length` and `Upload-Metadata` (tus 1.0.0). @throws files.HEADER_INVALID, TOO_LARGE, TYPE_NOT_ALLOWED */
export function declaredFile(
  length: string | undefined,
  metadata: string | undefined,
  { fileLimitBytes: limitBytes, fileContentTypes: allowed }: UploadLimits,
): DeclaredFile {
  const size = byteCount('Upload-Length', length);
  if (size === 0) throw fileErrors.HEADER_INVALID({ header: 'Upload-Length', wanted: 'at least one byte' });
  if (size > limitBytes) throw fileErrors.TOO_LARGE({ limitBytes });
  const said = metadataOf(metadata);
  const name = said.get('filename')?.normalize('NFC') ?? '';
  const [contentType = '', sha256 = ''] = [said.get('filetype'), said.get('sha256')];
  if (!NAME.test(name) || name.length > NAME_MAX) throw metadataFault('filename (no slash, at most 200 characters)');
  if (!CONTENT_TYPE.test(contentType)) throw metadataFault('filetype (a content type without parameters)');
  if (!SHA256.test(sha256)) throw metadataFault('sha256 (base64url, 43 characters)');
  if (!allowed.includes(contentType)) throw fileErrors.TYPE_NOT_ALLOWED({ contentType, allowed });
  return { name, contentType, size, sha256 };
}

/** A header that counts bytes. @throws files.HEADER_INVALID */
export function byteCount(header: string, text: string | undefined): number {
  if (text === undefined || !WHOLE_NUMBER.test(text)) {
    throw fileErrors.HEADER_INVALID({ header, wanted: 'a whole number of bytes' });
  }
  return Number(text);
}

/** `key base64(value)`, comma-separated. */
function metadataOf(text = ''): ReadonlyMap<string, string> {
  if (text.length > METADATA_MAX) throw metadataFault(`at most ${METADATA_MAX} characters`);
  const pairs = text.split(',').map((pair) => pair.trim().split(' ', 2));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString()]));
}

function metadataFault(wanted: string): Error {
  return fileErrors.HEADER_INVALID({ header: 'Upload-Metadata', wanted });
}
