import { FILE_NAME_PATTERN, HashText, MAX_FILE_BYTES, Text, Whole } from '@lienthong/envelope';

/** A paper that belongs to the slip, by the hash of its bytes (tệp đính kèm); the file itself travels when it is asked for (M18). */
export class SlipAttachment {
  /** Mã giấy tờ: `contract`, `certificate`, `consent` … */
  @Text({ max: 40, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly code: string;

  @Text({ max: 200, pattern: FILE_NAME_PATTERN })
  readonly name: string;

  /** SHA-256 of the bytes, base64url. */
  @HashText()
  readonly sha256: string;

  /** Bytes. */
  @Whole({ min: 1, max: MAX_FILE_BYTES })
  readonly size: number;
}
