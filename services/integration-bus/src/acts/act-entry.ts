import { type Clock, newId } from '@lienthong/kernel';
import type { LogEntry } from '../log/log-entry';
import type { AskedAct } from './act';

export interface ActStep {
  readonly step: 'asked' | 'confirmed' | 'refused' | 'unconfirmed';
  readonly act: Pick<AskedAct, 'id' | 'kind'> & Partial<Pick<AskedAct, 'content'>>;
  /** The person who took the step; nobody takes the step of an alarm. */
  readonly by?: string;
  readonly reason?: string;
}

/** One step of an act as an entry of the log. */
export function actEntry(clock: Clock, { step, act, by, reason }: ActStep): LogEntry {
  return {
    logId: newId(clock),
    kind: 'admin',
    acceptedAt: clock.now(),
    verdict: { outcome: 'accepted' },
    content: {
      ...{ act: act.kind, actId: act.id, step },
      ...(step === 'asked' && act.content ? { content: act.content } : {}),
      ...(by === undefined ? {} : { by }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
}
