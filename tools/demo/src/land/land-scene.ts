import { setTimeout as delay } from 'node:timers/promises';
import type { DossierFile } from '../input/dossier-file';
import { type Agencies, Refused } from '../people/agencies';
import type { PersonRole } from '../people/people';
import type { BranchOffices } from '../play/branch-offices';
import type { PlayedDossier } from '../play/played-dossier';
import { untilHandled } from '../report/trace';
import { type LandPeople, landPeople } from './land-people';

/** Where a scene is played. */
export interface Stead {
  readonly offices: BranchOffices;
  /** Their doors as they stand now: after days have passed one knocks anew. */
  readonly agencies: () => Agencies;
  /** All dossiers of the run go to a later day together. */
  readonly passDays: (days: number) => Promise<void>;
  /** Played from the day for which the scenario is written. */
  readonly isDated: boolean;
  /** How long one waits for what must come. */
  readonly patienceMs?: number;
}

/** Something that must come did not. */
export class NothingCame extends Error {}

const pollMs = 25;
const patienceMs = 60_000;
const notYet = 404;

/** One dossier and the people who act on it, one after the other, as its scenario says. */
export class LandScene {
  readonly people: LandPeople;
  /** What was seen on the way and must not be. */
  readonly differences: string[] = [];

  constructor(
    readonly dossier: PlayedDossier,
    private readonly stead: Stead,
  ) {
    this.people = landPeople(stead.offices);
  }

  get file(): DossierFile {
    return this.dossier.file;
  }

  get code(): string {
    return this.dossier.code;
  }

  get offices(): BranchOffices {
    return this.stead.offices;
  }

  ask<T>(person: PersonRole, path: string): Promise<T> {
    return this.stead.agencies().get<T>(person, path);
  }

  tell<T = unknown>(person: PersonRole, path: string, body: unknown = {}): Promise<T> {
    return this.stead.agencies().post<T>(person, path, body);
  }

  change<T = unknown>(person: PersonRole, path: string, body: unknown): Promise<T> {
    return this.stead.agencies().put<T>(person, path, body);
  }

  /** Waits until everything that was sent about the dossier is handled: what has not happened then does not happen. */
  untilHandled(): Promise<void> {
    return untilHandled(this.stead.agencies(), this.code);
  }

  passDays(days: number): Promise<void> {
    return this.stead.passDays(days);
  }

  /** Waits until somebody sees it; what is not known yet is asked for again. @throws NothingCame */
  async until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
    const giveUpAt = performance.now() + (this.stead.patienceMs ?? patienceMs);
    for (;;) {
      const seen = await look().catch(unlessUnknown);
      if (seen !== undefined) return seen;
      if (performance.now() > giveUpAt) throw new NothingCame(`${what} has not come`);
      await delay(pollMs);
    }
  }

  /**
   * Somebody acts unless it is done already, and it counts as done when it is seen: a person whose answer was lost is refused
   * the second time.
   */
  async act<T>(what: string, deed: () => Promise<unknown>, seen: () => Promise<T | undefined>): Promise<T> {
    const before = await seen().catch(unlessUnknown);
    if (before !== undefined) return before;
    let refused: Refused | undefined;
    await deed().catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      refused = error;
    });
    if (refused === undefined) return this.until(what, seen);
    const after = await seen().catch(unlessUnknown);
    if (after === undefined) throw refused;
    return after;
  }

  /** A day that must come out; told only when played from the day for which the scenario is written. */
  checkDay(what: string, wanted: string, got: string | undefined): void {
    if (this.stead.isDated) this.check(what, wanted, got);
  }

  /** What must be so at this point of the story; where it is not, the verdict names it. */
  check(what: string, wanted: string | number, got: string | number | undefined): void {
    if (got !== wanted) this.differences.push(`${this.code}: ${what}: ${got ?? 'nothing'} instead of ${wanted}`);
  }
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof Refused && error.status === notYet) return undefined;
  throw error;
}
