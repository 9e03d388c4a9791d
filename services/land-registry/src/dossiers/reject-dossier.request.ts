import { Text } from '@lienthong/envelope';

export class RejectDossierRequest {
  /** Stands in the written notice that the citizen gets. */
  @Text({ max: 1000, pattern: '^(?=.*\\S)[^\\u0000-\\u0008\\u000e-\\u001f\\u007f]*$' })
  readonly reason: string;
}
