import type { PriceRow } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** Who entered the row that begins on a day, at which office, and when. */
export interface PriceEntry {
  readonly from: string;
  readonly office: string;
  readonly by: string;
  readonly at: string;
}

/** Our own copy of the price table: the dated rows of one place, so that a gap or a changed row is seen under one lock. */
@Entity('land_price')
@Check('ck_land_price_rows', `jsonb_array_length("rows") > 0`)
export class LandPrice {
  /** `placeKey` */
  @PrimaryColumn({ name: 'place', type: 'text', primaryKeyConstraintName: 'pk_land_price' })
  readonly place: string;

  @Column({ name: 'commune_code', type: 'text' })
  readonly communeCode: string;

  @Column({ name: 'purpose', type: 'text' })
  readonly purpose: string;

  @Column({ name: 'position', type: 'text' })
  readonly position: string;

  @Column({ name: 'rows', type: 'jsonb' })
  readonly rows: readonly PriceRow[];

  @Column({ name: 'entries', type: 'jsonb', nullable: true })
  readonly entries?: readonly PriceEntry[];
}
