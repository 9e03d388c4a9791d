import type { PriceRow } from '@lienthong/contracts';
import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { PriceEntry, PricePosition } from './price-position.state';

@Entity('price_position')
@Check('ck_price_position_key', `"key" = "commune_code" || '|' || "purpose" || '|' || "position"`)
@Check('ck_price_position_rows', `jsonb_typeof("rows") = 'array' and jsonb_array_length("rows") > 0`)
export class PricePositionEntity implements PricePosition {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_price_position' })
  readonly key: string;

  @Column({ name: 'commune_code', type: 'text' })
  readonly communeCode: string;

  @Column({ type: 'text' })
  readonly purpose: string;

  @Column({ type: 'text' })
  readonly position: string;

  @Column({ type: 'jsonb' })
  readonly rows: readonly PriceRow[];

  @Column({ type: 'jsonb', nullable: true })
  readonly entries?: readonly PriceEntry[];
}
