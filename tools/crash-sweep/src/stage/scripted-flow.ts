import { setTimeout as delay } from 'node:timers/promises';
import { Agencies, type DossierView, type PersonRole, PlayedDossier, type StackAccess } from '../../../demo/src';
import type { Flow, Keeping } from './flow';

/** A user's client repeats a request until it is answered; a process under sweep may be away for long. */
const PATIENCE_MS = 600_000;
/** Dossiers that play by themselves, then as many with people at the desks, and so on. */
const WAVE = 4;
const LOOK_EVERY_MS = 200;

/** What dossiers of a procedure are made of, and who acts on them. */
export interface Script<F> {
  /** Who asks at the desk how a dossier stands. */
  readonly clerk: PersonRole;
  /** The dossier of this place in the order: always the same one. */
  file(place: { readonly index: number; readonly tag: string }): F;
  /** What the citizen's paper is known by. */
  paperOf(file: F): string;
  decidePolicies(automatic: boolean): Promise<void>;
  handIn(dossier: PlayedDossier<F>): Promise<void>;
  /** Everybody who acts by hand on these dossiers, also on those that come later. */
  desks(dossiers: readonly PlayedDossier<F>[]): readonly { work(until: () => boolean): Promise<void> }[];
  /** What went wrong with work of which nobody knows the dossier. */
  strayFailure?(): string | undefined;
}

/** Dossiers of one script that keep coming: the same ones for the same seed. */
export class ScriptedFlow<F> implements Flow {
  readonly dossiers: PlayedDossier<F>[] = [];
  private readonly ended = new AbortController();
  private readonly agencies: Agencies;
  private readonly script: Script<F>;
  private readonly desks: Promise<unknown>;
  private fault: unknown;
  private movedAt = performance.now();
  private tag = '';
  private index = 0;

  constructor(access: StackAccess, scriptOf: (agencies: Agencies) => Script<F>) {
    this.agencies = new Agencies(access, this.ended.signal, PATIENCE_MS);
    this.script = scriptOf(this.agencies);
    this.desks = Promise.all(
      this.script
        .desks(this.dossiers)
        .map((desk) => desk.work(() => this.ended.signal.aborted).catch((error: unknown) => this.broke(error))),
    );
  }

  get stillMs(): number {
    return performance.now() - this.movedAt;
  }

  begins(tag: string): void {
    this.tag = tag;
    this.index = 0;
  }

  get open(): readonly PlayedDossier<F>[] {
    return this.dossiers.filter(({ ended }) => !ended);
  }

  get papers(): readonly string[] {
    return this.dossiers.map(({ file }) => this.script.paperOf(file));
  }

  async run(wanted: () => boolean, { atOnce, most = Infinity }: Keeping): Promise<void> {
    const submitting = new Set<Promise<void>>();
    for (let begun = 0; wanted() && begun < most;) {
      this.throwIfBroken();
      if (this.open.length >= atOnce) {
        await this.look();
        await delay(LOOK_EVERY_MS);
        continue;
      }
      if (this.index % WAVE === 0) await this.script.decidePolicies((this.index / WAVE) % 2 === 0);
      begun += 1;
      const one = this.begin().catch((error: unknown) => this.broke(error));
      submitting.add(one);
      await Promise.race([one, delay(LOOK_EVERY_MS)]);
    }
    await Promise.all(submitting);
  }

  async look(): Promise<void> {
    this.throwIfBroken();
    const known = this.open.filter(({ code }) => code !== '');
    await Promise.all(
      known.map(async (dossier) => {
        const view = await this.agencies.get<DossierView>(this.script.clerk, `/dossiers/${dossier.code}`);
        if (dossier.see(view)) this.movedAt = performance.now();
      }),
    );
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.desks;
  }

  private async begin(): Promise<void> {
    this.index += 1;
    const dossier = new PlayedDossier(this.script.file({ index: this.index, tag: this.tag }));
    this.dossiers.push(dossier);
    this.movedAt = performance.now();
    await this.script.handIn(dossier);
  }

  private broke(error: unknown): void {
    if (!this.ended.signal.aborted) this.fault ??= error;
  }

  private throwIfBroken(): void {
    if (this.fault !== undefined) throw this.fault as Error;
    const stray = this.script.strayFailure?.();
    if (stray !== undefined) throw new Error(stray);
  }
}
