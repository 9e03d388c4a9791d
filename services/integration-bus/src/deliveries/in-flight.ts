import type { Delivery } from './delivery';

/** What a claim counted: the log ids in flight to each recipient that it asked for, and the rows that it took beside them. */
export interface CountedInFlight {
  readonly counted: ReadonlyMap<string, readonly string[]>;
  readonly taken: readonly Delivery[];
}

interface Flight {
  readonly since: number;
  /** When it was produced, until that is written. */
  sentAt?: Date;
}

/** A row that is handed over may pass a claim that does not see it yet; after this time it has been sent, or dropped. */
const SETTLED_MS = 1_000;

/**
 * The deliveries that the leader of the relay sent and whose answers it has not seen, by recipient and log id. What others
 * saw or sent is counted anew by each claim; a recipient that no claim has counted has no room.
 */
export class InFlight {
  private flights = new Map<string, Map<string, Flight>>();
  /** What was answered while a claim is under way: it may count that as open. */
  private answeredMeanwhile?: Set<string>;

  constructor(private readonly most: number) {}

  /** How many more may be sent; `undefined` for a recipient that is to be counted first. */
  room(recipient: string): number | undefined {
    const flights = this.flights.get(recipient);
    return flights && this.most - flights.size;
  }

  add({ recipient, logId }: Delivery): void {
    this.flights.get(recipient)?.set(logId, { since: performance.now() });
  }

  sent(rows: readonly Delivery[], at: Date): void {
    for (const row of rows) {
      const flight = this.of(row);
      if (flight) flight.sentAt ??= at;
    }
  }

  /** When a delivery was produced that is not marked yet. */
  sentAt(row: Pick<Delivery, 'recipient' | 'logId'>): Date | undefined {
    return this.of(row)?.sentAt;
  }

  /** Whether its answer is still to come. */
  awaits(row: Delivery): boolean {
    return this.of(row) !== undefined;
  }

  marked(rows: readonly Delivery[]): void {
    for (const row of rows) {
      const flight = this.of(row);
      if (flight) flight.sentAt = undefined;
    }
  }

  answered({ recipient, logId }: Pick<Delivery, 'recipient' | 'logId'>): void {
    this.answeredMeanwhile?.add(`${recipient}|${logId}`);
    this.flights.get(recipient)?.delete(logId);
  }

  /** A claim begins. */
  counting(): void {
    this.answeredMeanwhile = new Set();
  }

  /** A claim has counted. Returns the recipients with rows that were handed over and are neither sent nor claimed. */
  counted({ counted, taken }: CountedInFlight): Set<string> {
    const answered = this.answeredMeanwhile ?? new Set<string>();
    this.answeredMeanwhile = undefined;
    const now = performance.now();
    const dropped = new Set<string>();
    const before = this.flights;
    this.flights = new Map([...counted].map(([recipient, logIds]) => [recipient, this.kept(recipient, logIds, now)]));
    for (const { recipient, logId } of taken) this.flights.get(recipient)?.set(logId, { since: now });
    for (const [recipient, flights] of before) {
      const known = this.flights.get(recipient);
      for (const [logId, flight] of flights) {
        if (!known || known.has(logId)) continue;
        if (now - flight.since < SETTLED_MS) known.set(logId, flight);
        else dropped.add(recipient);
      }
    }
    for (const [recipient, flights] of this.flights) {
      for (const logId of flights.keys()) if (answered.has(`${recipient}|${logId}`)) flights.delete(logId);
    }
    return dropped;
  }

  private kept(recipient: string, logIds: readonly string[], now: number): Map<string, Flight> {
    return new Map(logIds.map((logId) => [logId, this.of({ recipient, logId }) ?? { since: now }]));
  }

  private of({ recipient, logId }: Pick<Delivery, 'recipient' | 'logId'>): Flight | undefined {
    return this.flights.get(recipient)?.get(logId);
  }
}
