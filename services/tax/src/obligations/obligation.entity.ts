import type { SettledItem } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** What a dossier owes as a whole: fulfilled once all its payable items are booked. */
@Entity('obligation')
@Check('ck_obligation_settled', `jsonb_array_length("settled") <= jsonb_array_length("item_ids")`)
@Check(
  'ck_obligation_fulfilled',
  `("fulfilled_on" is not null) = (jsonb_array_length("settled") = jsonb_array_length("item_ids"))`,
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

  @Column({ name: 'item_ids', type: 'jsonb' })
  readonly itemIds: readonly string[];

  @Column({ name: 'settled', type: 'jsonb' })
  readonly settled: readonly SettledItem[];

  @Column({ name: 'fulfilled_on', type: 'date', nullable: true })
  readonly fulfilledOn?: string;
}
