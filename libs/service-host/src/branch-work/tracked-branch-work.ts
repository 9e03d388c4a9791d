import type { EntityClass } from '@lienthong/persistence';
import { personTerms, type Tracked, tracked } from '../desk/desk.definition';
import type { BranchWorkColumns } from './branch-work.columns';

type BranchWork = BranchWorkColumns<string> & { readonly dossierCode: string };
type Person = { readonly name?: string; readonly personalIdentificationNumber?: string } | undefined;

/** What differs between kinds of work on branches. */
export interface TrackedBranchWork<R extends BranchWork> {
  readonly kind: string;
  readonly row: EntityClass<R>;
  /** State → the step that the work waits for in it. */
  readonly stepOf: Readonly<Partial<Record<R['state'], string>>>;
  persons(row: R): readonly Person[];
}

/** Work on a branch as it stands on the desks: due when its chain says. */
export function trackedBranchWork<R extends BranchWork>(work: TrackedBranchWork<R>): Tracked {
  const { kind, row, stepOf } = work;
  const dossierOf = ({ dossierCode }: R): string => dossierCode;
  return tracked<R>({
    kind,
    row,
    key: dossierOf,
    office: ({ office }) => office,
    subject: dossierOf,
    dossierCode: dossierOf,
    state: ({ state }) => state,
    waits: ({ state, since, dueAt }) => {
      const step = stepOf[state as R['state']];
      return step === undefined ? undefined : { step, since, due: dueAt };
    },
    rules: () => [],
    by: ({ history }) => history.at(-1)?.by,
    message: ({ workMessageId }) => workMessageId,
    terms: (known) => [{ kind: 'dossier', value: known.dossierCode }, ...personTerms(work.persons(known))],
  });
}
