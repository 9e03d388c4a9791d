import type { DossierFile } from '../input/dossier-file';
import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';
import type { BranchOffices } from './branch-offices';
import { inParallel } from './in-parallel';

const MAX_ROWS_PER_REQUEST = 200;

type StepPolicy = 'manual' | 'automatic-when-clean';

/** Every step that may be manual, and how the demo plays it unless all are automatic. */
const steps: readonly {
  readonly member: string;
  readonly office: keyof BranchOffices | 'bank';
  readonly step: string;
  readonly policy: StepPolicy;
}[] = [
  { member: 'intake', office: 'intake', step: 'forward', policy: 'automatic-when-clean' },
  { member: 'intake', office: 'intake', step: 'hand-over', policy: 'manual' },
  { member: 'land-registry', office: 'land', step: 'check', policy: 'automatic-when-clean' },
  { member: 'land-registry', office: 'land', step: 'sign-slip', policy: 'manual' },
  { member: 'land-registry', office: 'land', step: 'sign-certificate', policy: 'automatic-when-clean' },
  { member: 'tax', office: 'tax', step: 'issue', policy: 'manual' },
  { member: 'collecting-bank', office: 'bank', step: 'debit', policy: 'manual' },
  { member: 'treasury', office: 'treasury', step: 'book', policy: 'manual' },
];

/** The leaders of the agencies decide which steps wait for a person; some may wait for one whatever is decided of the others. */
export async function setPolicies(
  agencies: Agencies,
  offices: BranchOffices,
  automatic: boolean,
  byHand: readonly string[] = [],
): Promise<void> {
  await inParallel(steps, steps.length, async ({ member, office, step, policy }) => {
    const leader = roles.leader(member, office === 'bank' ? 'head-office' : offices[office]);
    const wanted = automatic && !byHand.includes(step) ? 'automatic-when-clean' : policy;
    await agencies.put(leader, `/policies/${step}`, { policy: wanted });
  });
}

/** The land registry knows the parcels and their owners; it and the tax office know the price table. */
export async function registerParcels(
  agencies: Agencies,
  offices: BranchOffices,
  files: readonly DossierFile[],
): Promise<void> {
  const parcels = files.flatMap(parcelsOf);
  const rows = files.flatMap(priceRowsOf);
  await Promise.all([
    inParallel(chunks(parcels), 2, (chunk) =>
      agencies.post(roles.recordsKeeper(offices.land), '/parcels', { parcels: chunk }),
    ),
    inParallel(chunks(rows), 2, (chunk) =>
      agencies.post(roles.recordsKeeper(offices.land), '/price-rows', { rows: chunk }),
    ),
    inParallel(chunks(rows), 2, (chunk) =>
      agencies.post(roles.priceKeeper(offices.tax), '/price-rows', { rows: chunk }),
    ),
  ]);
}

/** Each parcel is a position of its own in the price table, so that files with other prices do not meet. */
export function positionOf({
  mapSheet,
  parcelNumber,
}: {
  readonly mapSheet: string;
  readonly parcelNumber: string;
}): string {
  return `${mapSheet}-${parcelNumber}`;
}

function parcelsOf({ parcels, sellers, certificate }: DossierFile): object[] {
  const owners = sellers.map(({ name, personalIdentificationNumber, share }) => ({
    name,
    personalIdentificationNumber,
    share,
  }));
  return parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel), certificate, owners }));
}

function priceRowsOf({ parcels, priceRows }: DossierFile): object[] {
  return parcels.flatMap((parcel) => {
    const { communeCode, purpose } = parcel;
    return priceRows.map((row) => ({ communeCode, purpose, position: positionOf(parcel), ...row }));
  });
}

function chunks<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / MAX_ROWS_PER_REQUEST) }, (_, index) =>
    items.slice(index * MAX_ROWS_PER_REQUEST, (index + 1) * MAX_ROWS_PER_REQUEST),
  );
}
