import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The answer once given to a creating request; written in the same transaction as what it created. */
@Entity('idempotency_key')
@Index('idempotency_key_created', ['createdAt'])
@Check('idempotency_key_hash', 'length(request_hash) = 43')
@Check('idempotency_key_status', 'status between 200 and 299')
export class IdempotencyKey {
  /** `<member>|<actor>|<method> <route>|<key>` */
  @PrimaryColumn({ name: 'key', type: 'text', primaryKeyConstraintName: 'idempotency_key_pkey' })
  readonly key: string;

  /** SHA-256 of method, path and body, base64url. */
  @Column({ name: 'request_hash', type: 'text' })
  readonly requestHash: string;

  @Column({ name: 'status', type: 'integer' })
  readonly status: number;

  /** JSON text, byte for byte. */
  @Column({ name: 'response_body', type: 'text' })
  readonly responseBody: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  readonly createdAt: Date;
}
