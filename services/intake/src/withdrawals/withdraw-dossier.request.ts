import { Text } from '@lienthong/envelope';

export class WithdrawDossierRequest {
  /** Why the citizen wants the dossier back. */
  @Text({ max: 1000 })
  readonly reason: string;
}
