import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';
import { inParallel } from '../play/in-parallel';
import { ifKnown, ifToBeHad } from '../report/if-known';
import type { CoordinateIndex, TopicReader } from '../report/kafka-coordinates';
import { timelineOf } from '../report/timeline';
import { HANDED_OVER, parkedIn, readTrace, type TraceMessage } from '../report/trace';
import type { StackAccess } from '../stack-access';
import type { CivilDocument, CivilDossier, CivilReport, CivilTimelineRow, CivilView } from './civil-document';
import { type CivilOffices, officeOf } from './civil-offices';
import type { Scenario } from './scenarios.data';

export interface CollectCivil {
  readonly access: StackAccess;
  readonly agencies: Agencies;
  readonly offices: CivilOffices;
  readonly dossiers: readonly CivilDossier[];
  readonly scenario: Scenario;
  readonly at: string;
  readonly topics: TopicReader;
  readonly elapsedMs: number;
}

interface Account {
  readonly dossier: CivilDossier;
  readonly view: CivilView | undefined;
  readonly trace: readonly TraceMessage[];
}

const askAtOnce = 4;
/** Whose messages belong to which branch; social protection first, since it talks to social insurance about its own. */
const branchMembers = ['social-protection', 'residence', 'health-insurance'] as const;

/** Puts together what intake, the bus and the topics say about the dossiers of this run. */
export async function collectCivil(options: CollectCivil): Promise<CivilDocument> {
  const { access, dossiers, topics, elapsedMs, scenario, at } = options;
  const accounts = new Map<CivilDossier, Account>();
  await inParallel(dossiers, askAtOnce, async (dossier) => {
    accounts.set(dossier, await accountOf(options, dossier));
  });
  const ids = new Set([...accounts.values()].flatMap(({ trace }) => trace.map(({ id }) => id)));
  const coordinates = await topics.read(ids);
  const reports = dossiers.flatMap((dossier) => {
    const account = accounts.get(dossier);
    return account ? [reportOf(account, access.topicPrefix, coordinates)] : [];
  });
  const completed = reports.filter(({ state, outcome }) => state === 10 && outcome === scenario.outcome).length;
  return {
    version: 1,
    kind: scenario.procedure,
    scenario: scenario.name,
    at,
    infrastructure: access.infrastructure,
    dossiers: reports,
    totals: {
      dossiers: dossiers.length,
      completed,
      failed: dossiers.length - completed,
      messages: ids.size,
      parked: [...accounts.values()].reduce((sum, { trace }) => sum + parkedIn(trace), 0),
    },
    elapsedMs,
  };
}

async function accountOf({ agencies, offices }: CollectCivil, dossier: CivilDossier): Promise<Account> {
  const { code } = dossier;
  if (code === '') return { dossier, view: undefined, trace: [] };
  const known = dossier.completed ? ifKnown : ifToBeHad;
  const clerk = roles.deskClerk(officeOf(offices, 'intake'));
  const trace = await known(readTrace(agencies, code, dossier.completed ? HANDED_OVER : undefined));
  const view = await known(agencies.get<CivilView>(clerk, `/dossiers/${code}`));
  return { dossier, view, trace: trace ?? [] };
}

function reportOf({ dossier, view, trace }: Account, prefix: string, coordinates: CoordinateIndex): CivilReport {
  const { failure, elapsedMs } = dossier;
  const subDossiers = view?.subDossiers ?? [];
  return {
    code: dossier.code,
    procedure: view?.procedure ?? '',
    states: view?.states ?? [],
    state: view?.state ?? null,
    stateName: view?.stateName ?? '',
    ...(view && { appointmentAt: view.appointmentAt }),
    ...(view?.outcome !== undefined && { outcome: view.outcome }),
    ...(view?.reason !== undefined && { reason: view.reason }),
    ...(view?.registered && { registered: view.registered }),
    subDossiers,
    results: view?.results ?? [],
    elapsedMs,
    ...(failure !== undefined && { failure }),
    timeline: timelineOf(trace, prefix, coordinates).map((row) => withBranch(row, subDossiers)),
  };
}

function withBranch(row: CivilTimelineRow, subDossiers: CivilReport['subDossiers']): CivilTimelineRow {
  const member = branchMembers.find((name) => row.sender === name || row.recipient === name);
  const branch = subDossiers.find((sub) => sub.member === member)?.branch;
  return branch === undefined ? row : { ...row, branch };
}
