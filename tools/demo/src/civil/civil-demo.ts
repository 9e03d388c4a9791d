import { instantText, localDate, OffsetClock } from '@lienthong/kernel';
import type { DemoConfig } from '../demo.config';
import { civilTimeFaults, DEFAULT_AT, instantFromOption } from '../input/business-time';
import { FaultList, WrongInput } from '../input/fault';
import type { DemoOptions } from '../input/options';
import { Agencies } from '../people/agencies';
import { TopicReader } from '../report/kafka-coordinates';
import { type Stage, withOwnStack } from '../stage';
import { findStack, type StackAccess } from '../stack-access';
import type { CivilDocument } from './civil-document';
import { type CivilFile, deriveCivilFile, readCivilFile } from './civil-file';
import { civilOffices } from './civil-offices';
import { setCivilPolicies } from './civil-policies';
import { collectCivil } from './collect-civil';
import { playCivil } from './play-civil';
import { printCivil } from './print-civil';
import { type Scenario, scenarioOf } from './scenarios.data';

/** Checked input of a chain of civil status. */
export interface CivilDemo {
  readonly options: DemoOptions;
  readonly config: DemoConfig;
  readonly scenario: Scenario;
  readonly file: CivilFile;
  readonly at: Date;
  readonly running?: StackAccess;
}

const TAG_LENGTH = 6;

/** Reads time, file and stack. @throws WrongInput with every fault */
export async function prepareCivilDemo(
  options: DemoOptions,
  config: DemoConfig,
  faults: FaultList,
): Promise<CivilDemo> {
  const procedure = options.procedure === 'death' ? 'death' : 'birth';
  const running = options.attach ? await faults.take(() => findStack(config)) : undefined;
  const at = await faults.take(() => timeOf(options, running));
  const day = localDate(at ?? new Date(DEFAULT_AT));
  const file = await faults.take(() => readCivilFile(procedure, options.file, day));
  faults.throwIfAny();
  if (!at || !file) throw new Error('input without a fault is complete');
  return { options, config, scenario: scenarioOf(procedure, options.scenario), file, at, ...(running && { running }) };
}

function timeOf({ attach, at }: DemoOptions, running: StackAccess | undefined): Date {
  const now = attach ? new OffsetClock(running?.clockOffsetMs ?? 0).now() : instantFromOption(at ?? DEFAULT_AT);
  const faults = civilTimeFaults(now, attach ? 'clock of the stack' : '--at');
  if (faults.length > 0) throw new WrongInput(faults);
  return now;
}

/** Plays on the running stack, or on one of its own that is taken down again. True when every chain ended as it should. */
export async function playCivilDemo(demo: CivilDemo, stage: Stage): Promise<boolean> {
  const { running } = demo;
  if (running) {
    const tag = Math.floor(Date.now() / 100)
      .toString(36)
      .slice(-TAG_LENGTH);
    return isComplete(await play(demo, running, tag, stage));
  }
  return withOwnStack(demo, stage, async (access) => isComplete(await play(demo, access, '', stage)));
}

async function play(
  { options, scenario, file }: CivilDemo,
  access: StackAccess,
  tag: string,
  stage: Stage,
): Promise<CivilDocument> {
  const { console, signal, startedAt } = stage;
  const now = new OffsetClock(access.clockOffsetMs).now();
  const offices = civilOffices(file, localDate(now));
  const agencies = new Agencies(access, signal);
  const topics = new TopicReader(access, access.topicPrefix);
  const files = Array.from({ length: options.dossiers }, (_, at) =>
    at === 0 && tag === '' ? file : deriveCivilFile(file, { index: at + 1, tag }),
  );
  try {
    await Promise.all([topics.open(), setCivilPolicies(agencies, offices, options.automatic)]);
    const onProgress = (ended: number, of: number): void => {
      if (of > 1) console.progress(ended, of, 'dossiers');
    };
    const dossiers = await playCivil({ agencies, offices, files, scenario, automatic: options.automatic, onProgress });
    const elapsedMs = Math.round(performance.now() - startedAt);
    const at = instantText(now);
    const document = await collectCivil({ access, agencies, offices, dossiers, scenario, at, topics, elapsedMs });
    printCivil(console, document, access.logs);
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    return document;
  } finally {
    await topics.close();
  }
}

function isComplete({ totals }: CivilDocument): boolean {
  return totals.failed === 0;
}
