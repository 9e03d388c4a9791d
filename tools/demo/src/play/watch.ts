import { setTimeout as delay } from 'node:timers/promises';
import type { Agencies } from '../people/agencies';
import type { PersonRole } from '../people/people';
import { inParallel } from './in-parallel';
import type { DossierView, PlayedDossier } from './played-dossier';

export interface WatchOptions {
  readonly agencies: Agencies;
  readonly clerk: PersonRole;
  readonly dossiers: readonly PlayedDossier<unknown>[];
  /** How much was done at the desks so far: that is movement as well. */
  readonly handled: () => number;
  readonly onProgress: (ended: number, of: number) => void;
}

interface ListPage {
  readonly items: readonly { readonly code: string; readonly state: number }[];
  readonly next?: string;
}

const askAtOnce = 4;
/** So few dossiers are asked for one by one; more are looked up in the desk's list, which costs one request for a hundred. */
const fewDossiers = 4;
const fewPollMs = 20;
const listPollMs = 100;
const stallMs = 60_000;

/** Looks at every dossier until it ends; when nothing moves for a minute, what is open has failed. */
export async function watchDossiers(options: WatchOptions, until: () => boolean): Promise<void> {
  const { agencies, clerk, dossiers, handled, onProgress } = options;
  let movedAt = performance.now();
  let handledBefore = 0;
  let reported = -1;
  while (!until()) {
    const open = dossiers.filter(({ code, ended }) => code !== '' && !ended);
    const few = open.length <= fewDossiers;
    await inParallel(few ? open : await movedIn(agencies, clerk, open), askAtOnce, async (dossier) => {
      if (dossier.see(await agencies.get<DossierView>(clerk, `/dossiers/${dossier.code}`))) movedAt = performance.now();
    });
    if (handled() !== handledBefore) {
      handledBefore = handled();
      movedAt = performance.now();
    }
    if (performance.now() - movedAt > stallMs) {
      for (const dossier of dossiers) if (!dossier.ended) dossier.fail(`nothing has moved for ${stallMs / 1000} s`);
    }
    const ended = dossiers.filter((dossier) => dossier.ended).length;
    if (ended !== reported) onProgress((reported = ended), dossiers.length);
    if (!until()) await delay(few ? fewPollMs : listPollMs);
  }
}

/** The open dossiers whose state in the desk's list, newest first, is another one than was seen last. */
async function movedIn(
  agencies: Agencies,
  clerk: PersonRole,
  open: readonly PlayedDossier<unknown>[],
): Promise<PlayedDossier<unknown>[]> {
  const missing = new Map(open.map((dossier) => [dossier.code, dossier]));
  const moved: PlayedDossier<unknown>[] = [];
  for (let cursor: string | undefined, more = true; more && missing.size > 0; more = cursor !== undefined) {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: ListPage = await agencies.get<ListPage>(clerk, `/dossiers?limit=100${after}`);
    for (const { code, state } of page.items) {
      const dossier = missing.get(code);
      if (dossier && dossier.view?.state !== state) moved.push(dossier);
      missing.delete(code);
    }
    cursor = page.next;
  }
  return moved;
}
