import type { Delivery } from './delivery';
import { type CountedInFlight, InFlight } from './in-flight';
import { WaitingLines } from './waiting-lines';

/** What is to be done: rows that go out, and whether others must be asked of the database. */
export interface Departing {
  readonly ready: readonly Delivery[];
  readonly mustClaim: boolean;
}

export interface ClaimedDepartures extends CountedInFlight {
  /** Its limits left others behind. */
  readonly isCut: boolean;
  /** Recipients that got a slice of what they have room for. */
  readonly sliced: ReadonlySet<string>;
}

type Answered = Pick<Delivery, 'recipient' | 'logId'>;

/**
 * Which deliveries go out now, at the leader of the relay: as many as their recipient has room for; the next ones wait in
 * memory for its answers, and those beyond in the database alone. Order is the relay's: it sends only what is next in its
 * stream.
 */
export class Departures {
  readonly inFlight: InFlight;
  private readonly lines = new WaitingLines();
  /** Recipients with deliveries that only the database knows. */
  private readonly behind = new Set<string>();
  /** Those among them that got more while a claim was under way. */
  private readonly behindMeanwhile = new Set<string>();

  constructor(inFlightPerRecipient: number) {
    this.inFlight = new InFlight(inFlightPerRecipient);
  }

  /** Deliveries that a transaction has made. */
  committed(deliveries: readonly Delivery[]): Departing {
    const ready: Delivery[] = [];
    let mustClaim = false;
    for (const delivery of deliveries) {
      const { recipient } = delivery;
      const room = this.inFlight.room(recipient);
      const waitsInLine = this.lines.has(recipient) || room === undefined || room <= 0;
      if (this.behind.has(recipient) || room === undefined) {
        this.leave(recipient);
        mustClaim ||= room === undefined || (room > 0 && !this.lines.has(recipient));
      } else if (!waitsInLine) {
        this.inFlight.add(delivery);
        ready.push(delivery);
      } else if (!this.lines.add(delivery)) this.leave(recipient);
    }
    return { ready, mustClaim };
  }

  /** Answers made room. */
  answered(answers: readonly Answered[]): Departing {
    for (const answer of answers) this.inFlight.answered(answer);
    const ready: Delivery[] = [];
    let mustClaim = false;
    for (const recipient of new Set(answers.map((answer) => answer.recipient))) {
      if (this.lines.isOld(recipient)) this.reread(recipient);
      const next = this.next(recipient);
      ready.push(...next);
      // without room after an answer, other processes have seen what this one counts as open
      mustClaim ||= this.lines.has(recipient) ? next.length === 0 : this.behind.has(recipient);
    }
    return { ready, mustClaim };
  }

  /** What waits for this recipient is read from the database again before it goes out. */
  reread(recipient: string): void {
    this.lines.drop(recipient);
    this.leave(recipient);
  }

  /** Deliveries wait again that stand before those in memory. */
  rereadAll(): void {
    for (const recipient of this.lines.recipients()) this.reread(recipient);
  }

  /** A claim begins. */
  claiming(): void {
    this.behindMeanwhile.clear();
    this.inFlight.counting();
  }

  /** A claim has read the database. */
  claimed({ counted, taken, isCut, sliced }: ClaimedDepartures): Departing {
    const dropped = this.inFlight.counted({ counted, taken });
    this.lines.remove(taken);
    for (const recipient of this.lines.recipients()) {
      if (this.lines.isOld(recipient) || !counted.has(recipient)) this.reread(recipient);
    }
    for (const recipient of dropped) this.behind.add(recipient);
    for (const recipient of counted.keys()) {
      const tookAll = !isCut && !sliced.has(recipient) && this.hasRoom(recipient);
      if (tookAll && !this.behindMeanwhile.has(recipient)) this.behind.delete(recipient);
      if (!tookAll && !this.lines.has(recipient)) this.behind.add(recipient);
    }
    const ready = this.lines.recipients().flatMap((recipient) => this.next(recipient));
    return { ready, mustClaim: [...sliced].some((recipient) => this.hasRoom(recipient)) };
  }

  private hasRoom(recipient: string): boolean {
    return (this.inFlight.room(recipient) ?? 0) > 0;
  }

  private next(recipient: string): Delivery[] {
    const rows = this.lines.take(recipient, this.inFlight.room(recipient) ?? 0);
    for (const row of rows) this.inFlight.add(row);
    return rows;
  }

  private leave(recipient: string): void {
    this.behind.add(recipient);
    this.behindMeanwhile.add(recipient);
  }
}
