import { join } from 'node:path';
import { localDate, OffsetClock } from '@lienthong/kernel';
import {
  Agencies,
  type BranchOffices,
  branchOffices,
  deriveDossier,
  type DossierFile,
  playDossiers,
  readDossierFile,
  registerParcels,
  setPolicies,
} from '../../../demo/src';
import { repositoryRoot } from '../../../local-infra/src';
import { InvalidRun } from '../scenario';
import type { BenchStack } from './bench-stack';

/** Land transfers over HTTP in which no person acts: every step that may be automatic is. */
export class LandTransfers {
  private begun = 0;

  private constructor(
    private readonly agencies: Agencies,
    private readonly offices: BranchOffices,
    private readonly file: DossierFile,
    private readonly tag: string,
  ) {}

  /** `tag` keeps the parcels of several players on one stack apart. */
  static async open({ access }: BenchStack, signal: AbortSignal, tag = ''): Promise<LandTransfers> {
    const today = localDate(new OffsetClock(access.clockOffsetMs).now());
    const file = readDossierFile(join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json'), today);
    const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
    const agencies = new Agencies(access, signal);
    await setPolicies(agencies, offices, true);
    return new LandTransfers(agencies, offices, file, tag);
  }

  /** Plays so many dossiers to their end; dossiers a second, from the first one handed in to the last result. @throws InvalidRun when one does not reach its end */
  async play(count: number): Promise<{ readonly codes: readonly string[]; readonly perSecond: number }> {
    const files = Array.from({ length: count }, (_, i) =>
      deriveDossier(this.file, { index: this.begun + i + 1, tag: this.tag }),
    );
    this.begun += count;
    const { agencies, offices } = this;
    await registerParcels(agencies, offices, files);
    const startedAt = performance.now();
    const dossiers = await playDossiers({ agencies, offices, files, automatic: true, onProgress: () => undefined });
    const seconds = (performance.now() - startedAt) / 1_000;
    const failed = dossiers.find(({ completed }) => !completed);
    if (failed)
      throw new InvalidRun(`dossier ${failed.code || 'without a code'} did not end: ${failed.failure ?? '?'}`);
    return { codes: dossiers.map(({ code }) => code), perSecond: count / seconds };
  }
}
