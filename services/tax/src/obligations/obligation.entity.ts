import type { Collection, DeferredItem, SettledItem } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a dossier owes as a whole: fulfilled once each of its payable items is booked or deferred. */
@Entity('obligation')
@Check(
  'ck_obligation_settled',
  `jsonb_array_length("settled") + jsonb_array_length("deferred") <= jsonb_array_length("item_ids")`,
)
@Check(
  'ck_obligation_fulfilled',
  `"fulfilled_on" is not null or "withdrawn_on" is not null or jsonb_array_length("settled") + jsonb_array_length("deferred") < jsonb_array_length("item_ids")`,
)
export class Obligation {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_obligation' })
  readonly dossierCode: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'land_office', type: 'text' })
  readonly landOffice: string;

  @Column({ name: 'intake_office', type: 'text' })
  readonly intakeOffice: string;

  /** Where the money of its items goes. */
  @Column({ name: 'collection', type: 'jsonb' })
  readonly collection: Collection;

  /** Notices that stand: none that was replaced or withdrawn. */
  @Column({ name: 'notice_numbers', type: 'jsonb' })
  readonly noticeNumbers: readonly string[];

  /** Items that stand: none that was amended or withdrawn. */
  @Column({ name: 'item_ids', type: 'jsonb' })
  readonly itemIds: readonly string[];

  @Column({ name: 'settled', type: 'jsonb' })
  readonly settled: readonly SettledItem[];

  /** Items that are noted on the certificate as a debt (F19). */
  @Column({ name: 'deferred', type: 'jsonb' })
  readonly deferred: readonly DeferredItem[];

  /** Said once (M40, or M21 where nothing is due); a notice that is raised later does not unsay it, money taken back does. */
  @Column({ name: 'fulfilled_on', type: 'date', nullable: true })
  readonly fulfilledOn?: string;

  /** Regime and rows of law that the assessment was computed by on which it stands. */
  @Column({ name: 'law', type: 'jsonb', nullable: true })
  readonly law?: readonly string[];

  /** All notices were withdrawn (M23). */
  @Column({ name: 'withdrawn_on', type: 'date', nullable: true })
  readonly withdrawnOn?: string;
}
