import type { RegimeId } from '@lienthong/contracts';
import { PROCEDURE } from '../input/dossier-file';
import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';
import type { BranchOffices } from '../play/branch-offices';
import { inParallel } from '../play/in-parallel';
import { type PlayedDossier, RESULT_RETURNED } from '../play/played-dossier';
import type { StackAccess } from '../stack-access';
import { appliedLaw, type SlipPaperView } from './applied-law';
import type { Assessment } from './assessment';
import type { AppliedLaw, DemoDocument, DossierReport, Exempted, Overpaid, Payment } from './demo-document';
import type { CoordinateIndex, TopicReader } from './kafka-coordinates';
import { ifKnown, ifToBeHad } from './if-known';
import { paymentsOf } from './payments';
import { timelineOf } from './timeline';
import { HANDED_OVER, parkedIn, readTrace, type TraceMessage } from './trace';

export interface CollectOptions {
  readonly access: StackAccess;
  readonly agencies: Agencies;
  readonly offices: BranchOffices;
  readonly dossiers: readonly PlayedDossier[];
  /** The regime that the stack was told to show. */
  readonly profile?: RegimeId | undefined;
  readonly topics: TopicReader;
  /** From the start of the command until the last dossier ended. */
  readonly elapsedMs: number;
}

interface Account {
  readonly dossier: PlayedDossier;
  readonly law: AppliedLaw | undefined;
  readonly trace: readonly TraceMessage[];
  readonly payments: readonly Payment[];
  readonly exemptions: readonly Exempted[];
  readonly overpaid: readonly Overpaid[];
  readonly certificate: DossierReport['certificate'];
}

interface LandView {
  readonly certificate?: DossierReport['certificate'];
}

const askAtOnce = 4;

/** Puts together what the agencies, the bus and the topics say about the dossiers of this run. */
export async function collectDocument(options: CollectOptions): Promise<DemoDocument> {
  const { access, dossiers, topics, elapsedMs } = options;
  const accounts = new Map<PlayedDossier, Account>();
  await inParallel(
    dossiers,
    askAtOnce,
    async (dossier) => void accounts.set(dossier, await accountOf(options, dossier)),
  );
  const ids = new Set([...accounts.values()].flatMap(({ trace }) => trace.map(({ id }) => id)));
  const coordinates = await topics.read(ids);
  const reports = dossiers.flatMap((dossier) => {
    const account = accounts.get(dossier);
    return account ? [reportOf(account, access.topicPrefix, coordinates)] : [];
  });
  return {
    version: 1,
    infrastructure: access.infrastructure,
    dossiers: reports,
    totals: {
      dossiers: dossiers.length,
      completed: dossiers.filter(({ completed }) => completed).length,
      failed: dossiers.filter(({ completed }) => !completed).length,
      messages: ids.size,
      parked: [...accounts.values()].reduce((sum, { trace }) => sum + parkedIn(trace), 0),
    },
    elapsedMs,
  };
}

async function accountOf({ agencies, offices, profile }: CollectOptions, dossier: PlayedDossier): Promise<Account> {
  const { code } = dossier;
  if (code === '')
    return { dossier, law: undefined, trace: [], payments: [], exemptions: [], overpaid: [], certificate: null };
  const known = dossier.completed ? ifKnown : ifToBeHad;
  const officer = roles.taxOfficer(offices.tax);
  const settledBy = dossier.completed ? lastMessageOf(dossier.end) : undefined;
  const landOfficer = roles.landOfficer(offices.land);
  const [trace, assessment, over, land, slip] = await Promise.all([
    known(readTrace(agencies, code, settledBy)),
    known(agencies.get<Assessment>(officer, `/assessments/${code}`)),
    known(agencies.get<{ overpayments: readonly Overpaid[] }>(officer, `/assessments/${code}/overpayments`)),
    known(agencies.get<LandView>(landOfficer, `/dossiers/${code}`)),
    ifToBeHad(agencies.get<SlipPaperView>(landOfficer, `/dossiers/${code}/slip-paper`)),
  ]);
  return {
    dossier,
    law: appliedLaw(assessment, slip, profile),
    trace: trace ?? [],
    payments: paymentsOf(assessment),
    exemptions: exemptionsOf(assessment),
    overpaid: (over?.overpayments ?? []).map(overpaid),
    certificate: certificateOf(land?.certificate),
  };
}

/** The message with which a dossier ends at the agencies. */
function lastMessageOf(end: number): string {
  return end === RESULT_RETURNED ? HANDED_OVER : '.processing-concluded.';
}

function overpaid({ payerNumber, amountDong, cause }: Overpaid): Overpaid {
  return { payerNumber, amountDong, cause };
}

function exemptionsOf(assessment: Assessment | undefined): Exempted[] {
  return (assessment?.revenues ?? []).flatMap(({ kind, rows }) =>
    rows
      .filter(({ exemptDong }) => exemptDong !== '0')
      .map(({ payer, payerName, exemptDong, reasons }) => ({
        ...{ kind, payer, payerName, reasons },
        amountDong: exemptDong,
      })),
  );
}

function certificateOf(certificate: DossierReport['certificate'] | undefined): DossierReport['certificate'] {
  if (!certificate) return null;
  const { serial, registerNumber, form } = certificate;
  return { serial, registerNumber, form };
}

function reportOf(
  { dossier, law, trace, payments, exemptions, overpaid: over, certificate }: Account,
  prefix: string,
  coordinates: CoordinateIndex,
): DossierReport {
  const { view, failure } = dossier;
  return {
    code: dossier.code,
    procedure: view?.procedure ?? PROCEDURE,
    states: view?.states ?? [],
    state: view?.state ?? null,
    stateName: view?.stateName ?? '',
    elapsedMs: dossier.elapsedMs,
    ...(failure !== undefined && { failure }),
    ...(law && { law }),
    payments,
    ...(exemptions.length > 0 && { exemptions }),
    ...(over.length > 0 && { overpaid: over }),
    certificate,
    timeline: timelineOf(trace, prefix, coordinates),
  };
}
