import { Flag, InstantText, MemberCode, OfficeId, Optional, Text, Whole } from '@lienthong/envelope';
import { BRANCH } from './civil-patterns';

/** What one agency of the chain has to do, in its own national state. */
export class SubDossier {
  @Text({ max: 40, pattern: BRANCH })
  readonly branch: string;

  @MemberCode()
  readonly member: string;

  @OfficeId()
  readonly office: string;

  @Whole({ min: 1, max: 10 })
  readonly state: number;

  @Optional()
  @InstantText()
  readonly dueAt?: string;

  @Optional()
  @Flag()
  readonly late?: boolean;

  @Optional()
  @Text({ max: 1000 })
  readonly reason?: string;

  @Optional()
  @Text({ max: 60 })
  readonly documentNumber?: string;
}
