import { keyOf } from './identity';
import type { Incoming } from './incoming';

type Placed = Pick<Incoming, 'sender' | 'id' | 'stream'>;

interface Slow {
  readonly message: string;
  /** Time-outs that are its own, in a row. */
  readonly own: number;
  /** Messages handled, and time-outs of all messages, up to its last one. */
  readonly handled: number;
  readonly timeOuts: number;
}

const MOST = 1_000;

/**
 * Messages next in their streams whose statements timed out; of this instance alone, at most 1,000. A time-out is the
 * message's own when, since the one before, another message was handled or no other timed out: a slow database meets all.
 */
export class SlowMessages {
  /** By stream; the one that timed out longest ago comes first. */
  private readonly known = new Map<string, Slow>();
  private timeOuts = 0;

  /** `handled`: messages that were handled by now. Returns how many time-outs are the message's own, in a row. */
  timedOut(incoming: Placed, handled: number): number {
    const before = this.has(incoming) ? this.known.get(incoming.stream) : undefined;
    const isOwn = before !== undefined && (handled > before.handled || this.timeOuts === before.timeOuts);
    const own = (before?.own ?? 0) + (isOwn ? 1 : 0);
    this.timeOuts += 1;
    this.known.delete(incoming.stream);
    this.known.set(incoming.stream, { message: keyOf(incoming), own, handled, timeOuts: this.timeOuts });
    const [oldest = ''] = this.known.keys();
    if (this.known.size > MOST) this.known.delete(oldest);
    return own;
  }

  has(incoming: Placed): boolean {
    return this.known.size > 0 && this.known.get(incoming.stream)?.message === keyOf(incoming);
  }

  /** Whether a slow message is next in this stream. */
  holds(stream: string): boolean {
    return this.known.has(stream);
  }

  /** The next message of this stream was judged. */
  forget(stream: string): void {
    this.known.delete(stream);
  }
}
