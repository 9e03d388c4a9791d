import { HashText, Optional, Text } from '@lienthong/envelope';

/** A required document that came with the dossier (thành phần hồ sơ); its bytes travel apart. */
export class Paper {
  @Text({ max: 60, pattern: '^[a-z]+(-[a-z]+)*$' })
  readonly kind: string;

  @Text({ max: 200 })
  readonly name: string;

  @Optional()
  @HashText()
  readonly sha256?: string;
}
