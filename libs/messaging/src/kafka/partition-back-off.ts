import { fullJitter } from '../back-off';
import { type Part, placeOf } from './gathered';

const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 5_000;

/** Tries of the batches in hand, and the partitions that wait after a failed one. */
export class PartitionBackOff {
  /** Partitions that wait at this moment. */
  paused = 0;
  private readonly tries = new Map<string, number>();
  private readonly resumes = new Set<() => void>();

  /** Number of the next try of a batch: that of its partition that failed most often. */
  attempt(parts: readonly Part[]): number {
    return 1 + Math.max(0, ...placesOf(parts).map((place) => this.tries.get(place) ?? 0));
  }

  succeeded(parts: readonly Part[]): void {
    for (const place of placesOf(parts)) this.tries.delete(place);
  }

  /** Pauses the partitions of a failed batch; they resume after a full-jitter wait, whose length in ms is returned. */
  failed(parts: readonly Part[]): number {
    const attempt = this.attempt(parts);
    for (const place of placesOf(parts)) this.tries.set(place, attempt);
    const waitMs = fullJitter(attempt, { firstMs: FIRST_BACK_OFF_MS, longestMs: LONGEST_BACK_OFF_MS });
    this.pauseFor(parts, waitMs);
    return waitMs;
  }

  /** Pauses the partitions of these batches for a while. */
  pauseFor(parts: readonly Part[], waitMs: number): void {
    const paused = parts.map(({ fetched }) => fetched.payload.pause());
    this.paused += paused.length;
    const resume = (): void => {
      if (this.resumes.delete(resume)) this.paused -= paused.length;
      clearTimeout(timer);
      for (const one of paused) one();
    };
    const timer = setTimeout(resume, waitMs);
    this.resumes.add(resume);
  }

  /** The partitions may be others' now. */
  forgetTries(): void {
    this.tries.clear();
  }

  resumeAll(): void {
    for (const resume of this.resumes) resume();
  }
}

function placesOf(parts: readonly Part[]): string[] {
  return parts.map(({ fetched }) => placeOf(fetched));
}
