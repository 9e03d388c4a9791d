import { type DossierFile, PROCEDURE } from '../input/dossier-file';
import { type Agencies, NoAnswer, Refused } from '../people/agencies';
import { roles } from '../people/people';
import type { BranchOffices } from './branch-offices';
import { manualDesks } from './desks';
import { inParallel } from './in-parallel';
import { PlayedDossier } from './played-dossier';
import { positionOf } from './prepare-agencies';
import { watchDossiers } from './watch';

export interface PlayOptions {
  readonly agencies: Agencies;
  readonly offices: BranchOffices;
  readonly files: readonly DossierFile[];
  readonly automatic: boolean;
  readonly onProgress: (ended: number, of: number) => void;
}

const submitAtOnce = 8;

/** Hands the dossiers in, acts at the desks, and looks at every dossier until it ends or nothing moves any more. */
export async function playDossiers(options: PlayOptions): Promise<readonly PlayedDossier[]> {
  const { agencies, offices, onProgress } = options;
  const clerk = roles.deskClerk(offices.intake);
  const dossiers = options.files.map((file) => new PlayedDossier(file));
  const allEnded = (): boolean => dossiers.every(({ ended }) => ended);
  const desks = options.automatic ? [] : manualDesks(agencies, offices, dossiers);
  const handled = (): number => desks.reduce((sum, desk) => sum + desk.handled, 0);
  let failed: unknown;
  const guarded = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => void (failed ??= error));
  const until = (): boolean => failed !== undefined || allEnded();
  await Promise.all([
    guarded(inParallel(dossiers, submitAtOnce, (dossier) => submitDossier(options, dossier))),
    guarded(watchDossiers({ agencies, clerk, dossiers, handled, onProgress }, until)),
    ...desks.map((desk) => guarded(desk.work(until))),
  ]);
  if (failed !== undefined) throw failed as Error;
  return dossiers;
}

/** Hands one dossier in at the desk; a refusal fails the dossier. */
export async function submitDossier(
  { agencies, offices }: Pick<PlayOptions, 'agencies' | 'offices'>,
  dossier: PlayedDossier,
): Promise<void> {
  const { changeKind, claims, sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter } =
    dossier.file;
  const first = buyers[0];
  dossier.begin();
  try {
    const accepted = await agencies.post<{ code: string }>(roles.deskClerk(offices.intake), '/dossiers', {
      procedure: PROCEDURE,
      ...(changeKind !== undefined && { changeKind }),
      ...(claims && { claims }),
      sellers,
      buyers,
      parcels: parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
      contract,
      certificate,
      ...(newCertificateRequested !== undefined && { newCertificateRequested }),
      submitter: submitter ?? { name: first?.name, ...(first?.phone !== undefined && { phone: first.phone }) },
    });
    dossier.code = accepted.code;
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NoAnswer)) throw error;
    dossier.fail(`the desk did not accept it: ${error.message}`);
  }
}
