interface Waiting {
  readonly days: number;
  readonly go: () => void;
  readonly fail: (error: unknown) => void;
}

/** Dossiers that go through the days together: a day ends when all that are still under way want it to. */
export class CommonDays {
  private waiting: Waiting[] = [];

  /** @param open dossiers under way */
  constructor(
    private open: number,
    private readonly pass: (days: number) => Promise<void>,
  ) {}

  /** A dossier waits until the others are as far; then all find themselves on the later day. */
  arrive(days: number): Promise<void> {
    return new Promise((go, fail) => {
      this.waiting.push({ days, go, fail });
      this.passWhenAllWait();
    });
  }

  /** A dossier has ended or failed: nobody waits for it any more. */
  leave(): void {
    this.open -= 1;
    this.passWhenAllWait();
  }

  private passWhenAllWait(): void {
    if (this.waiting.length === 0 || this.waiting.length < this.open) return;
    const all = this.waiting;
    this.waiting = [];
    const days = Math.max(...all.map((one) => one.days));
    this.pass(days).then(
      () => all.forEach(({ go }) => go()),
      (error: unknown) => all.forEach(({ fail }) => fail(error)),
    );
  }
}
