import type { BranchWork, DeathRecord, Follows } from '@lienthong/contracts';

export type DeregistrationState =
  'received' | 'forwarded' | 'deregistered' | 'nothing-to-delete' | 'stopped' | 'revoked';

/** What may follow what; a revoked death reverses every state. */
export const deregistrationSteps: Follows<DeregistrationState> = {
  received: ['deregistered', 'nothing-to-delete', 'forwarded', 'stopped', 'revoked'],
  forwarded: ['deregistered', 'nothing-to-delete', 'stopped', 'revoked'],
  deregistered: ['revoked'],
  'nothing-to-delete': ['revoked'],
  stopped: ['revoked'],
  revoked: [],
};

/** The end of a deceased person's residence as one branch of a death chain, due within a working day of the data (NĐ 58/2026). */
export interface Deregistration extends BranchWork<DeregistrationState> {
  readonly receivedAt: Date;
  readonly death: DeathRecord;
  /** Of another province, whose police was asked. */
  readonly provinceCode?: string;
  /** When that police confirmed that the death was revoked. */
  readonly provinceToldAt?: Date;
  readonly endedOn?: string;
  readonly noticeNumber?: string;
}
