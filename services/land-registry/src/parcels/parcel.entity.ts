import type { Certificate } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlockOrder } from '../block-orders/block-order.state';
import type { Encumbrance } from '../encumbrances/encumbrance.state';
import type { Owner, Parcel, ParcelDetails, RecordEntry } from './parcel.state';

@Entity('parcel')
@Check('ck_parcel_key', `"key" = "commune_code" || '|' || "map_sheet" || '|' || "parcel_number"`)
@Check('ck_parcel_area', `"area_square_metres" > 0`)
@Check('ck_parcel_owners', `jsonb_typeof("owners") = 'array' and jsonb_array_length("owners") > 0`)
@Check('ck_parcel_encumbrances', `jsonb_typeof("encumbrances") = 'array'`)
export class ParcelEntity implements Parcel {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_parcel' })
  readonly key: string;

  @Column({ name: 'commune_code', type: 'text' })
  readonly communeCode: string;

  @Column({ name: 'map_sheet', type: 'text' })
  readonly mapSheet: string;

  @Column({ name: 'parcel_number', type: 'text' })
  readonly parcelNumber: string;

  @Column({ name: 'area_square_metres', type: 'numeric', precision: 14, scale: 2 })
  readonly areaSquareMetres: string;

  @Column({ type: 'text' })
  readonly purpose: string;

  @Column({ type: 'text' })
  readonly position: string;

  @Column({ type: 'jsonb' })
  readonly certificate: Certificate;

  @Column({ type: 'jsonb' })
  readonly owners: readonly Owner[];

  @Column({ type: 'jsonb', nullable: true })
  readonly details?: ParcelDetails;

  @Column({ type: 'jsonb', default: [] })
  readonly encumbrances: readonly Encumbrance[];

  @Column({ name: 'block_orders', type: 'jsonb', nullable: true })
  readonly blockOrders?: readonly BlockOrder[];

  @Column({ type: 'jsonb', nullable: true })
  readonly entered?: RecordEntry;

  /** One column, so one holder: the schema cannot hold two. */
  @Column({ name: 'held_by', type: 'text', nullable: true })
  readonly heldBy?: string;
}
