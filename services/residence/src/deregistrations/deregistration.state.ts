import type { Change, DeathRecord } from '@lienthong/contracts';

export type DeregistrationState =
  'received' | 'forwarded' | 'deregistered' | 'nothing-to-delete' | 'stopped' | 'revoked';

/** What may follow what; a revoked death reverses every state. */
export const deregistrationSteps: Readonly<Record<DeregistrationState, readonly DeregistrationState[]>> = {
  received: ['deregistered', 'nothing-to-delete', 'forwarded', 'stopped', 'revoked'],
  forwarded: ['deregistered', 'nothing-to-delete', 'stopped', 'revoked'],
  deregistered: ['revoked'],
  'nothing-to-delete': ['revoked'],
  stopped: ['revoked'],
  revoked: [],
};

/** The end of a deceased person's residence as one branch of a death chain. */
export interface Deregistration {
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly office: string;
  readonly askedBy: string;
  readonly state: DeregistrationState;
  /** Within one working day of the data (NĐ 58/2026). */
  readonly dueAt: Date;
  readonly receivedAt: Date;
  readonly since: Date;
  readonly death: DeathRecord;
  /** Of another province, whose police was asked. */
  readonly provinceCode?: string;
  /** When that police confirmed that the death was revoked. */
  readonly provinceToldAt?: Date;
  readonly endedOn?: string;
  readonly noticeNumber?: string;
  readonly workMessageId: string;
  readonly history: readonly Change[];
}
