import { Optional, Personal, Text } from '@lienthong/envelope';
import { PHONE } from '../patterns';

/** The person who handed the dossier in (người nộp hồ sơ). */
export class Submitter {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Optional()
  @Personal()
  @Text({ max: 20, pattern: PHONE })
  readonly phone?: string;
}
