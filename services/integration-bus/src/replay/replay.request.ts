import {
  DossierCode,
  IdText,
  InstantText,
  ListOfText,
  MemberCode,
  OfficeId,
  OneOf,
  Optional,
  Text,
  Whole,
} from '@lienthong/envelope';
import { ListRequest } from '@lienthong/service-host';

const TYPE = { max: 160, pattern: '^vn\\.lienthong\\.[a-z0-9.-]+\\.v[1-9][0-9]{0,3}$' } as const;
const OUTCOMES = ['handled', 'parked', 'stashed', 'discarded'] as const;
export const PER_SECOND = { min: 1, max: 1_000 } as const;
export const DEFAULT_PER_SECOND = 100;

/** Which deliveries are sent once more: all that fit every field that is given, whatever became of them. */
export class ReplayContent {
  @Optional() @MemberCode() readonly recipient?: string;
  @Optional() @MemberCode() readonly sender?: string;
  @Optional() @Text(TYPE) readonly type?: string;
  @Optional() @OneOf(OUTCOMES) readonly outcome?: (typeof OUTCOMES)[number];
  /** What the recipient said with its outcome, e.g. the code with which it parked the message. */
  @Optional() @Text({ max: 500 }) readonly cause?: string;
  @Optional() @DossierCode() readonly dossierCode?: string;
  /** Entry of one message. */
  @Optional() @IdText() readonly logId?: string;
  /** Accepted at this time or later, and before `to`. */
  @Optional() @InstantText() readonly from?: string;
  @Optional() @InstantText() readonly to?: string;
  @Optional() @Whole(PER_SECOND) readonly perSecond?: number;
}

/** Which messages of the past a member is given that was no recipient of them, and at which of its offices. */
export class HistoryContent {
  @MemberCode() readonly recipient: string;
  @OfficeId() readonly office: string;
  @ListOfText({ max: 50, maxLength: TYPE.max, pattern: TYPE.pattern }) readonly types: readonly string[];
  @Optional() @MemberCode() readonly sender?: string;
  @Optional() @DossierCode() readonly dossierCode?: string;
  @InstantText() readonly from: string;
  @Optional() @InstantText() readonly to?: string;
  @Optional() @Whole(PER_SECOND) readonly perSecond?: number;
}

export class ListReplaysRequest extends ListRequest {}
