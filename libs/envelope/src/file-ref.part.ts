import { HashText, IdText, Text, Whole } from './fields';
import { markFile } from './schema';

/** The largest file that a message may name: 1 GiB. */
export const MAX_FILE_BYTES = 1_073_741_824;

/** A name without path: no slash, no control character, no quotation mark. */
export const FILE_NAME_PATTERN = '^[^\\u0000-\\u001F\\u007F"/\\\\\\uD800-\\uDFFF]+$';
export const CONTENT_TYPE_PATTERN = '^[a-z]+/[a-z0-9][a-z0-9.+-]*$';

/**
 * A file that a message names: its body lies in the file store of the bus, where whoever was given the message may fetch
 * it. The schema of this part carries the keyword `x-file`, by which the bus knows which files a message names.
 */
export class FileRef {
  @IdText()
  readonly fileId: string;

  @Text({ max: 200, pattern: FILE_NAME_PATTERN })
  readonly name: string;

  @Text({ max: 100, pattern: CONTENT_TYPE_PATTERN })
  readonly contentType: string;

  /** Bytes. */
  @Whole({ min: 1, max: MAX_FILE_BYTES })
  readonly size: number;

  /** SHA-256 of the bytes, base64url. */
  @HashText()
  readonly sha256: string;
}

markFile(FileRef);
