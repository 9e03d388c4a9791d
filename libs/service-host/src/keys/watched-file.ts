import { readFileSync, statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

const CHECK_EVERY_MS = 1_000;

/** A small file that is parsed again when it changes; looked at most once a second, or when asked to refresh. */
export class WatchedFile<T> {
  private value: T | undefined;
  private stamp = '';
  private checkedAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    readonly path: string,
    private readonly parse: (text: string) => T,
  ) {}

  /** What the file says now; `undefined` while it does not exist. @throws what `parse` throws */
  current(): T | undefined {
    if (performance.now() - this.checkedAtMs >= CHECK_EVERY_MS) this.refresh();
    return this.value;
  }

  /** Looks at the file at once; `true` when it had changed. */
  refresh(): boolean {
    this.checkedAtMs = performance.now();
    const stats = statSync(this.path, { throwIfNoEntry: false });
    const stamp = stats ? `${stats.ino}:${stats.size}:${stats.mtimeMs}` : '';
    if (stamp === this.stamp) return false;
    this.value = stats ? this.parse(readFileSync(this.path, 'utf8')) : undefined;
    this.stamp = stamp;
    return true;
  }
}
