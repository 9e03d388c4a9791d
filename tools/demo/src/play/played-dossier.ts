import type { DossierFile } from '../input/dossier-file';

export const RESULT_RETURNED = 10;
const ENDED_OTHERWISE: ReadonlySet<number> = new Set([3, 8]);

/** What intake tells about a dossier. */
export interface DossierView {
  readonly code: string;
  readonly procedure: string;
  readonly state: number;
  readonly stateName: string;
  readonly states: readonly number[];
  readonly reason?: string;
  readonly certificate?: { readonly registerNumber: string };
}

/** One dossier of the run, from its data to its end. */
export class PlayedDossier<F = DossierFile> {
  code = '';
  view: DossierView | undefined;
  failure: string | undefined;
  private startedAt = 0;
  private endedAt: number | undefined;

  /** @param end the national state in which it must end */
  constructor(
    readonly file: F,
    readonly end: number = RESULT_RETURNED,
  ) {}

  begin(): void {
    this.startedAt = performance.now();
  }

  /** Takes what intake said; true when the state is another one than before. */
  see(view: DossierView): boolean {
    const changed = this.view?.state !== view.state || this.view.states.length !== view.states.length;
    this.view = view;
    if (view.state === this.end) this.endedAt ??= performance.now();
    else if (ENDED_OTHERWISE.has(view.state))
      this.fail(`it ended in state ${view.state} (${view.stateName}): ${view.reason ?? 'no reason given'}`);
    return changed;
  }

  fail(reason: string): void {
    if (this.completed) return;
    this.failure ??= reason;
    this.endedAt ??= performance.now();
  }

  get completed(): boolean {
    return this.view?.state === this.end;
  }

  get ended(): boolean {
    return this.completed || this.failure !== undefined;
  }

  get elapsedMs(): number {
    return Math.round((this.endedAt ?? performance.now()) - this.startedAt);
  }
}
