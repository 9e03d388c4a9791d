import type { DeferredDebtToldV1 } from '@lienthong/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the deferred debt of a dossier stands, as the tax office told it last. */
@Entity('deferred_debt')
export class DeferredDebtEntity {
  @PrimaryColumn({ name: 'dossier_code', type: 'text', primaryKeyConstraintName: 'pk_deferred_debt' })
  readonly dossierCode: string;

  @Column({ type: 'jsonb' })
  readonly open: DeferredDebtToldV1['open'];

  @Column({ type: 'jsonb' })
  readonly settled: DeferredDebtToldV1['settled'];

  @Column({ name: 'told_on', type: 'date' })
  readonly toldOn: string;

  @Column({ name: 'message_id', type: 'text' })
  readonly messageId: string;
}
