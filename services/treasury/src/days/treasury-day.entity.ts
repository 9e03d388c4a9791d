import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { DayAct, TreasuryDay } from './treasury-day.state';

@Entity('treasury_day')
@Check('ck_treasury_day_state', `"state" in ('open', 'closing', 'closed')`)
@Check('ck_treasury_day_acts', `jsonb_array_length("acts") > 0`)
export class TreasuryDayRow implements TreasuryDay {
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'pk_treasury_day' })
  readonly key: string;

  @Column({ name: 'office', type: 'text' })
  readonly office: string;

  @Column({ name: 'date', type: 'date' })
  readonly date: string;

  @Column({ name: 'state', type: 'text' })
  readonly state: TreasuryDay['state'];

  @Column({ name: 'acts', type: 'jsonb' })
  readonly acts: readonly DayAct[];
}
