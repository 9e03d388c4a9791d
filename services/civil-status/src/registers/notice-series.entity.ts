import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number of written notices of an office in a year, gap-free: the row commits with what bears the number. */
@Entity('notice_series')
@Check('ck_notice_series_last', '"last" >= 1')
export class NoticeSeriesEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'pk_notice_series' })
  readonly key: string;

  @Column({ type: 'integer' })
  readonly last: number;
}
