import type { Socket } from 'node:net';

/** How fast bytes pass. */
export interface Pace {
  readonly delayMs: number;
  readonly bytesPerSecond: number;
}

export interface LaneOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly pace: () => Pace;
  /** Sees every chunk on its way and may change it. */
  readonly translate: (chunk: Buffer) => Buffer;
  readonly onPassed: (bytes: number) => void;
}

/** What may wait in a lane before its source is asked to wait, as the buffers of a real network do. */
const MOST_WAITING_BYTES = 256 * 1024;
/** Slices of a slow lane: so many a second. */
const SLICES_PER_SECOND = 20;

/** One direction of a connection: bytes pass in order, after a delay and not faster than the pace. */
export class PacedLane {
  private waiting: { readonly bytes: Buffer; readonly dueAt: number }[] = [];
  private waitingBytes = 0;
  private lastDueAt = 0;
  private timer?: NodeJS.Timeout;
  private ended = false;
  private frozen = false;

  constructor(private readonly options: LaneOptions) {
    const { from, to } = options;
    from.on('data', (chunk) => this.take(chunk));
    from.on('end', () => {
      this.ended = true;
      this.pass();
    });
    to.on('drain', () => this.letMoreIn());
  }

  /** Nothing passes any more, and neither side is told. */
  freeze(): void {
    this.frozen = true;
    clearTimeout(this.timer);
    this.waiting = [];
    this.options.from.pause();
  }

  private take(chunk: Buffer): void {
    if (this.frozen) return;
    const { delayMs, bytesPerSecond } = this.options.pace();
    const bytes = this.options.translate(chunk);
    const slice = Math.max(1, Math.floor(Math.min(bytesPerSecond / SLICES_PER_SECOND, bytes.length || 1)));
    for (let at = 0; at < bytes.length; at += slice) {
      const part = bytes.subarray(at, at + slice);
      const earliest = Math.max(performance.now() + delayMs, this.lastDueAt);
      this.lastDueAt = earliest + (part.length / bytesPerSecond) * 1_000;
      this.waiting.push({ bytes: part, dueAt: this.lastDueAt });
      this.waitingBytes += part.length;
    }
    if (this.waitingBytes > MOST_WAITING_BYTES) this.options.from.pause();
    this.pass();
  }

  private pass(): void {
    clearTimeout(this.timer);
    if (this.frozen) return;
    const { to, onPassed } = this.options;
    let isRoom = true;
    for (let next = this.waiting[0]; next && next.dueAt <= performance.now(); next = this.waiting[0]) {
      this.waiting.shift();
      this.waitingBytes -= next.bytes.length;
      onPassed(next.bytes.length);
      if (this.frozen) return;
      isRoom = to.write(next.bytes);
    }
    const [next] = this.waiting;
    if (next) this.timer = setTimeout(() => this.pass(), Math.max(next.dueAt - performance.now(), 0));
    else if (this.ended) to.end();
    if (!isRoom) this.options.from.pause();
    else this.letMoreIn();
  }

  private letMoreIn(): void {
    const { from, to } = this.options;
    if (!this.frozen && !to.writableNeedDrain && this.waitingBytes <= MOST_WAITING_BYTES) from.resume();
  }
}
