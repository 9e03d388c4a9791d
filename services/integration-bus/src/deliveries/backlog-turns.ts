/** So long after a delivery went out from memory, others count as served beside what waits in the database. */
const FRESH_MS = 1_000;
/** Between two slices of what waits, while others are served: their deliveries wait for one slice at most. */
const REST_MS = 50;

/**
 * When the next slice of what waits in the database alone may be claimed: at once while nobody else is served, else after
 * a rest, so that a member that comes back with a long backlog does not take the machine from the others.
 */
export class BacklogTurns {
  private freshAt = -Infinity;
  private takenAt = -Infinity;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly claim: () => void) {}

  /** A delivery goes out that never waited. */
  fresh(): void {
    this.freshAt = performance.now();
  }

  /** A slice is claimed now, whoever asked for it. */
  taken(): void {
    this.takenAt = performance.now();
  }

  /** Whether deliveries go out beside what waits in the database. */
  get areOthersServed(): boolean {
    return performance.now() - this.freshAt <= FRESH_MS;
  }

  /** The next slice is wanted. */
  ask(): void {
    if (this.timer) return;
    const restMs = this.areOthersServed ? this.takenAt + REST_MS - performance.now() : 0;
    if (restMs <= 0) return this.claim();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.claim();
    }, restMs);
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
