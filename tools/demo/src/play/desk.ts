import { setTimeout as delay } from 'node:timers/promises';
import { type Agencies, Refused } from '../people/agencies';
import type { PersonRole } from '../people/people';
import { inParallel } from './in-parallel';
import type { PlayedDossier } from './played-dossier';

export interface WorkItem {
  readonly key: string;
  readonly dossierCode?: string;
  /** The version that the person saw. */
  readonly etag?: string;
}

interface WorkPage {
  readonly items: readonly WorkItem[];
  readonly next?: string;
}

export interface DeskOptions<D> {
  readonly agencies: Agencies;
  readonly person: PersonRole;
  readonly step: string;
  /** The dossier of this run that the item belongs to; other people's work is left alone. */
  readonly dossierOf: (item: WorkItem) => D | undefined;
  readonly act: (item: WorkItem, dossier: D) => Promise<void>;
  /** Whether the step before has left something for this one, as far as the demo knows. */
  readonly expectsWork: (handled: number) => boolean;
}

const atOnce = 4;
const pollMs = 20;
/** Where no work is expected the list is looked at all the same: an answer of the step before may have been lost. */
const idlePollMs = 250;
const maxTries = 3;

/** A person at a desk: looks at the work list, does what belongs to this run, looks again. */
export class Desk<D extends PlayedDossier<unknown> = PlayedDossier> {
  private readonly done = new Set<string>();
  private readonly tries = new Map<string, number>();

  constructor(private readonly options: DeskOptions<D>) {}

  /** How many items of this run were done here. */
  get handled(): number {
    return this.done.size;
  }

  async work(until: () => boolean): Promise<void> {
    let lookedAt = -idlePollMs;
    while (!until()) {
      if (this.options.expectsWork(this.handled) || performance.now() - lookedAt >= idlePollMs) {
        lookedAt = performance.now();
        await inParallel(await this.workForMe(), atOnce, (item) => this.attend(item));
      }
      await delay(pollMs);
    }
  }

  private async workForMe(): Promise<WorkItem[]> {
    const { agencies, person, step, dossierOf } = this.options;
    const mine: WorkItem[] = [];
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await agencies.get<WorkPage>(person, `/work-list?step=${step}&limit=100${after}`);
      mine.push(...page.items.filter((item) => !this.done.has(item.key) && dossierOf(item) !== undefined));
      cursor = page.next;
    }
    return mine;
  }

  private async attend(item: WorkItem): Promise<void> {
    const dossier = this.options.dossierOf(item);
    if (!dossier) return;
    try {
      this.done.add(item.key);
      await this.options.act(item, dossier);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const tries = (this.tries.get(item.key) ?? 0) + 1;
      this.tries.set(item.key, tries);
      if (tries >= maxTries)
        dossier.fail(`${this.options.person.role} was refused ${this.options.step}: ${error.message}`);
      else this.done.delete(item.key);
    }
  }
}
