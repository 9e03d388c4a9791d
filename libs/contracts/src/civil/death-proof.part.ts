import { DateText, OneOf, Optional, Text } from '@lienthong/envelope';

/** What proves the death: the notification (giấy báo tử) or what takes its place (gbtLoai). */
export class DeathProof {
  @OneOf(['death-notification', 'court-decision', 'record', 'witness-paper', 'foreign-paper'] as const)
  readonly kind: 'death-notification' | 'court-decision' | 'record' | 'witness-paper' | 'foreign-paper';

  @Optional()
  @Text({ max: 40 })
  readonly number?: string;

  @Optional()
  @DateText()
  readonly issuedOn?: string;

  @Optional()
  @Text({ max: 200 })
  readonly issuedBy?: string;
}
