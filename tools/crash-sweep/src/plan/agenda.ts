import type { Target } from '../effects/effect';

/** How many of its next targets a process is armed with at once: it ends at the first that it meets. */
const WINDOW = 6;
/** After so many turns in vain a target is given up, and reported. */
const MOST_TURNS = 3;

export interface AgendaOptions {
  /** Kills after which the rest is left alone. */
  readonly most?: number | undefined;
  /** In vain, after which a target is given up. */
  readonly turns?: number;
  /** Targets that are armed at once, until a turn was in vain: then all that are left. */
  readonly width?: number;
}

/** What is still to be killed in one process, in the order of the plan. */
export class Agenda {
  private readonly waiting: { readonly target: Target; turns: number }[];
  readonly killed: Target[] = [];
  readonly givenUp: Target[] = [];
  private readonly most: number;
  private readonly turns: number;
  private width: number;

  constructor(targets: readonly Target[], { most = Infinity, turns = MOST_TURNS, width = WINDOW }: AgendaOptions = {}) {
    this.waiting = targets.map((target) => ({ target, turns: 0 }));
    this.most = most;
    this.turns = turns;
    this.width = width;
  }

  get isDone(): boolean {
    return this.left === 0;
  }

  get left(): number {
    return Math.min(this.waiting.length, this.most - this.killed.length);
  }

  /** The next targets. */
  window(): Target[] {
    if (this.isDone) return [];
    return this.waiting.slice(0, this.width).map(({ target }) => target);
  }

  hit(target: Target): void {
    const at = this.waiting.findIndex(({ target: one }) => sameTarget(one, target));
    if (at >= 0) this.waiting.splice(at, 1);
    this.killed.push(target);
  }

  /** None of the window was met in time: now any of those left will do, and what was waited for too often is given up. */
  missed(): void {
    for (const entry of this.waiting.splice(0, this.width)) {
      entry.turns += 1;
      if (entry.turns < this.turns) this.waiting.push(entry);
      else this.givenUp.push(entry.target);
    }
    this.width = Infinity;
  }
}

function sameTarget(a: Target, b: Target): boolean {
  return a.name === b.name && a.when === b.when && a.occurrence === b.occurrence;
}
