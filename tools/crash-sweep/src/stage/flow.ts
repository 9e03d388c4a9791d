import { setTimeout as delay } from 'node:timers/promises';
import { join } from 'node:path';
import { localDate, OffsetClock } from '@lienthong/kernel';
import {
  Agencies,
  type BranchOffices,
  branchOffices,
  deriveDossier,
  type DossierFile,
  type DossierView,
  manualDesks,
  PlayedDossier,
  readDossierFile,
  registerParcels,
  roles,
  setPolicies,
  type StackAccess,
  submitDossier,
} from '../../../demo/src';
import { repositoryRoot } from '../../../local-infra/src';

/** A user's client repeats a request until it is answered; a process under sweep may be away for long. */
const PATIENCE_MS = 600_000;
/** Dossiers that play by themselves, then as many with people at the desks, and so on. */
const WAVE = 4;
const LOOK_EVERY_MS = 200;

/** Land transfers that keep coming: the same ones for the same seed. */
export class Flow {
  /** Every dossier of the sweep, in the order in which they came. */
  readonly dossiers: PlayedDossier[] = [];
  private readonly agencies: Agencies;
  private readonly clerk: ReturnType<typeof roles.deskClerk>;
  private readonly ended = new AbortController();
  private desks: Promise<unknown> = Promise.resolve();
  private fault: unknown;
  /** Policies change while dossiers are under way: what was debited by itself may be booked by a clerk. */
  private readonly stray: PlayedDossier;
  private movedAt = performance.now();
  private tag = '';
  private index = 0;

  private constructor(
    private readonly file: DossierFile,
    private readonly offices: BranchOffices,
    access: StackAccess,
  ) {
    this.agencies = new Agencies(access, this.ended.signal, PATIENCE_MS);
    this.stray = new PlayedDossier(file);
    this.clerk = roles.deskClerk(offices.intake);
  }

  static open(access: StackAccess): Flow {
    const today = localDate(new OffsetClock(access.clockOffsetMs).now());
    const file = readDossierFile(join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json'), today);
    const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
    const flow = new Flow(file, offices, access);
    flow.desks = Promise.all(
      manualDesks(flow.agencies, offices, flow.dossiers, flow.stray).map((desk) =>
        desk.work(() => flow.ended.signal.aborted).catch((error: unknown) => flow.broke(error)),
      ),
    );
    return flow;
  }

  /** Since a dossier came or went a step further. */
  get stillMs(): number {
    return performance.now() - this.movedAt;
  }

  /** From now on the dossiers of this name, from the first; policies begin anew with them. */
  begins(tag: string): void {
    this.tag = tag;
    this.index = 0;
  }

  /** Dossiers under way, those at the desk's door among them. */
  get open(): readonly PlayedDossier[] {
    return this.dossiers.filter(({ ended }) => !ended);
  }

  /** Keeps some dossiers under way as long as it is wanted, at most `most` in all. */
  async run(wanted: () => boolean, { atOnce, most = Infinity }: { atOnce: number; most?: number }): Promise<void> {
    const submitting = new Set<Promise<void>>();
    for (let begun = 0; wanted() && begun < most;) {
      this.throwIfBroken();
      if (this.open.length >= atOnce) {
        await this.look();
        await delay(LOOK_EVERY_MS);
        continue;
      }
      if (this.index % WAVE === 0) await this.decidePolicies();
      begun += 1;
      const one = this.begin().catch((error: unknown) => this.broke(error));
      submitting.add(one);
      await Promise.race([one, delay(LOOK_EVERY_MS)]);
    }
    await Promise.all(submitting);
  }

  /** Asks the desk how the dossiers stand. */
  async look(): Promise<void> {
    this.throwIfBroken();
    const known = this.open.filter(({ code }) => code !== '');
    await Promise.all(
      known.map(async (dossier) => {
        const view = await this.agencies.get<DossierView>(this.clerk, `/dossiers/${dossier.code}`);
        if (dossier.see(view)) this.movedAt = performance.now();
      }),
    );
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.desks;
  }

  private decidePolicies(): Promise<void> {
    return setPolicies(this.agencies, this.offices, (this.index / WAVE) % 2 === 0);
  }

  private async begin(): Promise<void> {
    this.index += 1;
    const file = deriveDossier(this.file, { index: this.index, tag: this.tag });
    const dossier = new PlayedDossier(file);
    this.dossiers.push(dossier);
    this.movedAt = performance.now();
    await registerParcels(this.agencies, this.offices, [file]);
    await submitDossier({ agencies: this.agencies, offices: this.offices }, dossier);
  }

  private broke(error: unknown): void {
    if (!this.ended.signal.aborted) this.fault ??= error;
  }

  private throwIfBroken(): void {
    if (this.fault !== undefined) throw this.fault as Error;
    if (this.stray.failure !== undefined) throw new Error(this.stray.failure);
  }
}
