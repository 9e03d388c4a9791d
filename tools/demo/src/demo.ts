import { join } from 'node:path';
import { localDate, OffsetClock } from '@lienthong/kernel';
import { repositoryRoot } from '../../local-infra/src';
import type { DemoConfig } from './demo.config';
import { businessTimeFaults, DEFAULT_AT, readBusinessTime } from './input/business-time';
import { deriveDossier } from './input/derive-dossier';
import type { DossierFile } from './input/dossier-file';
import { type FaultList, WrongInput } from './input/fault';
import type { DemoOptions } from './input/options';
import { businessDateOf, readDossierFile } from './input/read-dossier-file';
import { verdictOf } from './land/expectation';
import type { LandScenario } from './land/land-scenario';
import { playScenes } from './land/play-scenes';
import { landScenarioOf } from './land/scenarios.data';
import { branchOffices, type BranchOffices } from './play/branch-offices';
import { playDossiers } from './play/play';
import type { PlayedDossier } from './play/played-dossier';
import { registerParcels, setPolicies } from './play/prepare-agencies';
import { collectDocument } from './report/collect';
import { TopicReader } from './report/kafka-coordinates';
import { printReport } from './report/print-report';
import { type Stage, withOwnStack } from './stage';
import { findStack, type StackAccess } from './stack-access';
import { StackVisit } from './stack-visit';

/** Checked input: nothing is started before all of it is right. */
export interface Demo {
  readonly options: DemoOptions;
  readonly config: DemoConfig;
  readonly file: DossierFile;
  /** Absent where the file is somebody's own. */
  readonly scenario?: LandScenario;
  /** Business time of an own stack. */
  readonly at: Date;
  /** The stack to play on; absent when one is to be started. */
  readonly running?: StackAccess;
}

const example = join('docs', 'examples', 'w2-land-transfer.json');

/** Reads time, file and stack. Throws WrongInput with every fault of all of them. */
export async function prepareDemo(options: DemoOptions, config: DemoConfig, faults: FaultList): Promise<Demo> {
  const running = options.attach ? await faults.take(() => findStack(config)) : undefined;
  const path = options.file ?? join(repositoryRoot(), example);
  const scenario = options.file === undefined ? landScenarioOf(options.scenario) : undefined;
  const at = await faults.take(() =>
    options.attach
      ? timeOfStack(running)
      : readBusinessTime(options.at ?? scenario?.at ?? businessDateOf(path) ?? DEFAULT_AT),
  );
  const day = localDate(at ?? new Date(DEFAULT_AT));
  const file = await faults.take(() => readDossierFile(path, day, scenario?.change));
  faults.throwIfAny();
  if (!at || !file) throw new Error('input without a fault is complete');
  return { options, config, file, at, ...(scenario && { scenario }), ...(running && { running }) };
}

function timeOfStack(running: StackAccess | undefined): Date {
  const now = new OffsetClock(running?.clockOffsetMs ?? 0).now();
  const faults = running ? businessTimeFaults(now, 'clock of the stack') : [];
  if (faults.length > 0) throw new WrongInput(faults);
  return now;
}

/** Plays on a stack of its own and takes it down. True when every dossier reached its end. */
export function playOnOwnStack(demo: Demo, stage: Stage): Promise<boolean> {
  const { regime } = demo.scenario ?? {};
  const wanted = { ...demo, ...(regime && { variables: { LEGAL_REGIME: regime } }) };
  return withOwnStack(wanted, stage, (access, passDays) =>
    play(new StackVisit(access, stage.signal, passDays), demo, '', stage),
  );
}

/** Plays on a stack that runs already, with parcels and persons that no run before has used. */
export function playOnRunningStack(access: StackAccess, demo: Demo, stage: Stage): Promise<boolean> {
  const { postgres, kafka } = access.infrastructure;
  const sources = `PostgreSQL ${postgres.version} (${postgres.source}), Kafka ${kafka.version} (${kafka.source})`;
  stage.console.line(`stack ${access.runId}: ${sources}`);
  const tag = Math.floor(Date.now() / 100)
    .toString(36)
    .slice(-6);
  return play(new StackVisit(access, stage.signal), demo, tag, stage);
}

/** True when every dossier ended as its scenario foresees, or at all where there is none. */
async function play(visit: StackVisit, demo: Demo, tag: string, stage: Stage): Promise<boolean> {
  const { options, scenario, file } = demo;
  const { console, startedAt } = stage;
  const { access } = visit;
  const files = variations(file, options.dossiers, tag);
  const today = localDate(new OffsetClock(access.clockOffsetMs).now());
  const offices = branchOffices(files[0]?.parcels[0]?.communeCode ?? '', today);
  const topics = new TopicReader(access, access.topicPrefix);
  try {
    await Promise.all([
      topics.open(),
      setPolicies(visit.agencies, offices, options.automatic),
      registerParcels(visit.agencies, offices, files),
    ]);
    const played = await playOut({ visit, offices, files, demo, console });
    const elapsedMs = Math.round(performance.now() - startedAt);
    const { agencies } = visit;
    const { dossiers } = played;
    const { regime: profile } = scenario ?? {};
    const collected = await collectDocument({ access, agencies, offices, dossiers, topics, elapsedMs, profile });
    const expected = scenario?.expected ?? file.expected;
    const verdict =
      expected &&
      verdictOf(expected, collected.dossiers, {
        withDates: isDated(options),
        seen: played.differences,
      });
    const document = { ...collected, ...(verdict && { verdict }) };
    printReport(console, document, access.logs);
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    const isWell = document.totals.failed === 0;
    return isWell && (verdict === undefined || verdict.differences.length === 0);
  } finally {
    await topics.close();
  }
}

/** Played from the day for which it is written. */
function isDated({ at, attach }: DemoOptions): boolean {
  return at === undefined && !attach;
}

interface Playing {
  readonly visit: StackVisit;
  readonly offices: BranchOffices;
  readonly files: readonly DossierFile[];
  readonly demo: Demo;
  readonly console: Stage['console'];
}

/** By the script of the scenario, or by people who do the usual at every desk. */
async function playOut({
  visit,
  offices,
  files,
  demo: { options, scenario },
  console,
}: Playing): Promise<{ readonly dossiers: readonly PlayedDossier[]; readonly differences: readonly string[] }> {
  const onProgress = (ended: number, of: number): void => {
    if (of > 1) console.progress(ended, of, 'dossiers');
  };
  if (scenario?.script) {
    const { expected, script } = scenario;
    return playScenes({ visit, offices, files, expected, script, isDated: isDated(options), onProgress });
  }
  const { agencies } = visit;
  const dossiers = await playDossiers({ agencies, offices, files, automatic: options.automatic, onProgress });
  return { dossiers, differences: [] };
}

/** On a fresh stack the first dossier is the file itself; all others, and all on a running stack, are derived from it. */
function variations(file: DossierFile, count: number, tag: string): DossierFile[] {
  return Array.from({ length: count }, (_, at) =>
    at === 0 && tag === '' ? file : deriveDossier(file, { index: at + 1, tag }),
  );
}
