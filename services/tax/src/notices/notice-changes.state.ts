import type { DongText, LocalDate } from '@lienthong/kernel';
import type { PaymentNotice } from '@lienthong/contracts';
import type { AssessedRevenue } from '../assessments/assess-transfer.rules';
import type { RevenueKind } from '../charges/charge.state';
import type { DueDateTerms } from '../charges/payment-dates.rules';
import type { PayableItem } from '../obligations/payable-item.entity';
import type { Readings } from '../law/readings.data';
import type { DrawnNumbers } from './payment-notices.rules';

/** A notice that stands, with its items. */
export interface StandingNotice {
  readonly number: string;
  readonly kind: RevenueKind;
  readonly dueDate: LocalDate;
}

/** What a dossier has been told before; nothing when its notices are the first. */
export interface Standing {
  readonly notices: readonly StandingNotice[];
  /** Not closed; late interest too. */
  readonly items: readonly PayableItem[];
}

/** What is to be done with one kind of revenue. */
export type NoticePlan =
  | { readonly kind: 'first'; readonly revenue: AssessedRevenue }
  | { readonly kind: 'amended'; readonly revenue: AssessedRevenue; readonly old: StandingNotice }
  | { readonly kind: 'withdrawn'; readonly old: StandingNotice };

export interface OpenedItem {
  readonly item: PayableItem;
  /** What bank and treasury may take for it: less than its amount where money has come under the item before it. */
  readonly publishedDong: DongText;
}

/** All that follows from an assessment: nothing that was issued before is changed but for what it is followed by. */
export interface NoticeChanges {
  readonly issued: readonly PaymentNotice[];
  readonly withdrawn: readonly string[];
  readonly opened: readonly OpenedItem[];
  readonly closed: readonly PayableItem[];
  /** By number: the notices of `issued` that are for other dossiers too, with the rows of all of them (F21). */
  readonly whole?: ReadonlyMap<string, PaymentNotice>;
}

/** Of which day, for which paper, under which numbers notices are drawn up. */
export interface Issuing {
  readonly issuedOn: LocalDate;
  /** The paper for which notices are amended. */
  readonly document: string;
  readonly numbers: DrawnNumbers;
  readonly terms: DueDateTerms & { readonly readings: Pick<Readings, 'raisedLandUseFee'> };
}
