const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;

/** What failed waits alone: 2 s after its first failure in a row, then twice as long each time, at most a minute. */
export class HoldBack {
  static readonly longestMs = LONGEST_MS;
  private readonly until = new Map<string, number>();
  /** Failures in a row. */
  private readonly failures = new Map<string, number>();

  /** `onChange`: something begins to wait, or has waited; the latter is noticed when `held` is asked. */
  constructor(private readonly onChange: () => void = () => undefined) {}

  /** It failed once more. Returns for how long it waits, in ms. */
  failed(name: string): number {
    const before = this.failures.get(name) ?? 0;
    const waitMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(before, 10));
    this.failures.set(name, before + 1);
    this.holdFor(name, waitMs);
    return waitMs;
  }

  holdFor(name: string, waitMs: number): void {
    this.until.set(name, performance.now() + waitMs);
    this.onChange();
  }

  succeeded(name: string): void {
    this.failures.delete(name);
  }

  /** Whether its last try failed, however long ago. */
  isDoubtful(name: string): boolean {
    return this.failures.has(name);
  }

  isHeld(name: string): boolean {
    return (this.until.get(name) ?? 0) > performance.now();
  }

  /** Those that are not due yet. */
  held(): string[] {
    const ended = [...this.until.keys()].filter((name) => !this.isHeld(name));
    for (const name of ended) this.until.delete(name);
    if (ended.length > 0) this.onChange();
    return [...this.until.keys()];
  }
}
