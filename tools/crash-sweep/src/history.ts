import { type Ledger, type LedgerSources, readLedger, unwitnessed } from './checks/ledger';

/** One thing that happened to a message, as a checker outside this repository may read it. */
export interface HistoryEvent {
  readonly event: 'send' | 'append' | 'deliver' | 'handle';
  readonly process: string;
  readonly sender: string;
  readonly id: string;
  readonly stream: string;
  readonly number: number;
  /** Epoch milliseconds of real time. */
  readonly at?: number;
  readonly recipient?: string;
  readonly outcome?: string | null;
}

/** @param clockOffsetMs business time, in which bus and recipients write, minus real time */
export async function readHistory(sources: LedgerSources, clockOffsetMs: number): Promise<HistoryEvent[]> {
  return historyOf(await readLedger(sources), clockOffsetMs);
}

/**
 * Every message from its outbox row to its last mark, in the order of these stations; a message that was handled twice
 * has two events "handle".
 */
export function historyOf(ledger: Ledger, clockOffsetMs: number): HistoryEvent[] {
  const { sent, appended, delivered, witnessed } = ledger;
  const real = (at: Date): number => at.getTime() - clockOffsetMs;
  const entries = new Map(appended.map((entry) => [entry.logId, entry]));
  return [
    ...sent.map(({ sender, id, stream, seq, at }): HistoryEvent => ({
      ...{ event: 'send', process: sender, sender, id, stream, number: seq, at: at.getTime() },
    })),
    ...appended.map(({ sender, id, stream, seq, at }): HistoryEvent => ({
      ...{ event: 'append', process: 'integration-bus', sender, id, stream, number: seq, at: real(at) },
    })),
    ...delivered.map(({ recipient, stream, seq, logId, outcome, state }): HistoryEvent => {
      const { sender = '?', id = logId } = entries.get(logId) ?? {};
      return {
        ...{ event: 'deliver', process: 'integration-bus', sender, id, stream, number: seq, recipient },
        outcome: outcome ?? state,
      };
    }),
    ...[...witnessed, ...unwitnessed(ledger).map((row) => ({ ...row, at: real(row.at) }))].map(
      ({ recipient, seq, sender, id, stream, outcome, at }): HistoryEvent => ({
        ...{ event: 'handle', process: recipient, sender, id, stream, number: seq, outcome, at },
      }),
    ),
  ];
}

export function historyLine({ event, process, sender, id, stream, number, recipient, outcome }: HistoryEvent): string {
  const to = recipient ? ` to ${recipient}` : '';
  return `${event.padEnd(7)} ${process.padEnd(17)} ${stream} number ${number} ${id} of ${sender}${to}${outcome ? ` (${outcome})` : ''}`;
}
