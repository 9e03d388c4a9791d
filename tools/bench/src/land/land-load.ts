import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { localDate, OffsetClock } from '@lienthong/kernel';
import { Databases } from '../../../crash-sweep/src';
import {
  Agencies,
  type BranchOffices,
  branchOffices,
  deriveDossier,
  type DossierFile,
  PlayedDossier,
  readDossierFile,
  registerParcels,
  setPolicies,
  submitDossier,
} from '../../../demo/src';
import { repositoryRoot } from '../../../local-infra/src';
import { passGate } from '../gate/gate';
import { type BenchContext, InvalidRun } from '../scenario';
import { BenchStack, type BenchStackOptions } from '../stage/bench-stack';
import { Ends } from './ends';

/** Dossiers handed in one after another, and what was seen of them. */
export interface LandRun {
  /** First submission → last dossier ended. */
  readonly durationMs: number;
  /** Per dossier that ended: accepted → last state committed. */
  readonly latenciesMs: readonly number[];
  /** Per dossier: the HTTP request that hands it in. */
  readonly submissionsMs: readonly number[];
}

export interface Pace {
  /** At most so many under way. */
  readonly atOnce?: number;
  /** Or: begun evenly, however many are under way. */
  readonly ratePerSecond?: number;
}

/** A dossier to hand in; a poisoned one is not waited for, since it cannot end. */
export interface Planned {
  readonly file: DossierFile;
  readonly poisoned: boolean;
}

/** So many under way keep two cores busy. */
export const AT_ONCE = 32;
const LOOK_EVERY_MS = { atOnce: 20, rate: 8 };
/** Every how manieth dossier is poisoned. */
const POISON_EVERY = 20;
const EXAMPLE = join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json');
/** A buyer whose name no real person has; a rule of the tax office's database refuses it in `poison`. */
export const POISON = 'BENCH POISON';

/** The real services, every desk automatic, and land transfers that are handed in over HTTP. */
export class LandLoad {
  readonly databases: Databases;
  private made = 0;
  private handedIn = 0;
  private poisoned = 0;

  private constructor(
    private readonly context: BenchContext,
    readonly bench: BenchStack,
    private readonly file: DossierFile,
    private readonly offices: BranchOffices,
    private readonly agencies: Agencies,
  ) {
    this.databases = new Databases({ infra: context.infra, run: bench.run });
  }

  static async open(context: BenchContext, options: BenchStackOptions = {}): Promise<LandLoad> {
    const bench = await BenchStack.open(context, options);
    const { access } = bench;
    const today = localDate(new OffsetClock(access.clockOffsetMs).now());
    const file = readDossierFile(EXAMPLE, today);
    const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
    const load = new LandLoad(context, bench, file, offices, new Agencies(access, context.signal));
    await setPolicies(load.agencies, offices, true);
    return load;
  }

  /** New dossiers with parcels and prices in the registers; `poison`: every twentieth is poisoned. */
  async prepare(count: number, { poison = false } = {}): Promise<Planned[]> {
    const plans = Array.from({ length: count }, (_, at): Planned => {
      const own = deriveDossier(this.file, { index: (this.made += 1), tag: '' });
      const poisoned = poison && at % POISON_EVERY === POISON_EVERY - 1;
      return { file: poisoned ? withPoison(own) : own, poisoned };
    });
    await registerParcels(
      this.agencies,
      this.offices,
      plans.map(({ file }) => file),
    );
    return plans;
  }

  /** Hands them in at the pace and waits until every one but the poisoned has ended. */
  async run(plans: readonly Planned[], pace: Pace): Promise<LandRun> {
    const { databases, context, offices, bench } = this;
    const lookEveryMs = pace.ratePerSecond === undefined ? LOOK_EVERY_MS.atOnce : LOOK_EVERY_MS.rate;
    const { clockOffsetMs } = bench.access;
    const { signal } = context;
    const ends = new Ends({ databases, office: offices.intake, lookEveryMs, clockOffsetMs, signal });
    const seen: { latency?: number; submission: number }[] = [];
    const play = async (plan: Planned): Promise<void> => void seen.push(await this.play(plan, ends));
    const startedAt = performance.now();
    const watching = ends.watch();
    try {
      await Promise.race([paced(plans, pace, play), watching]);
    } finally {
      ends.close();
    }
    const durationMs = performance.now() - startedAt;
    await watching;
    return {
      durationMs,
      latenciesMs: seen.flatMap(({ latency }) => latency ?? []),
      submissionsMs: seen.map(({ submission }) => submission),
    };
  }

  /** @throws InvalidRun when what all services recorded does not add up */
  passGate(): Promise<void> {
    const { databases, handedIn, poisoned } = this;
    const members = databases.services.filter((name) => name !== 'integration-bus');
    const parked = new Map([['tax', poisoned]]);
    return passGate({ databases, members, parked, land: { handedIn, held: poisoned }, signal: this.context.signal });
  }

  get poisonedSoFar(): number {
    return this.poisoned;
  }

  async close(): Promise<void> {
    await this.databases.close();
    await this.bench.close();
  }

  private async play({ file, poisoned }: Planned, ends: Ends): Promise<{ latency?: number; submission: number }> {
    const dossier = new PlayedDossier(file);
    const begunAt = performance.now();
    await submitDossier({ agencies: this.agencies, offices: this.offices }, dossier);
    const submission = performance.now() - begunAt;
    if (dossier.failure !== undefined) throw new InvalidRun(dossier.failure);
    this.handedIn += 1;
    if (!poisoned) return { latency: await ends.of(dossier.code), submission };
    this.poisoned += 1;
    return { submission };
  }
}

async function paced(plans: readonly Planned[], pace: Pace, play: (plan: Planned) => Promise<void>): Promise<void> {
  const { atOnce = plans.length, ratePerSecond } = pace;
  if (ratePerSecond === undefined) {
    const waiting = [...plans];
    const one = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await play(next);
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    return;
  }
  const startedAt = performance.now();
  await Promise.all(
    plans.map(async (plan, at) => {
      await delay(startedAt + (at * 1_000) / ratePerSecond - performance.now());
      await play(plan);
    }),
  );
}

function withPoison(file: DossierFile): DossierFile {
  return {
    ...file,
    buyers: file.buyers.map((buyer, at) => (at === 0 ? { ...buyer, name: `${buyer.name} ${POISON}` } : buyer)),
  };
}
