/** Calls when nothing has moved for a time, again each time. */
export class Watchdog {
  private timer: NodeJS.Timeout;

  constructor(
    private readonly silenceMs: number,
    private readonly onSilence: () => void,
  ) {
    this.timer = this.wait();
  }

  moved(): void {
    this.timer.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private wait(): NodeJS.Timeout {
    return setTimeout(() => {
      this.timer = this.wait();
      this.onSilence();
    }, this.silenceMs).unref();
  }
}
