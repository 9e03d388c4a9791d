import { type InputFault, namesOption, parseOptions, wholeOption, WrongInput } from '../../demo/src';
import { type ScenarioName, scenarioNames } from './scenario';

export interface BenchOptions {
  readonly scenarios: readonly ScenarioName[];
  readonly quick: boolean;
  readonly json: boolean;
  readonly durationMs?: number;
  readonly rate?: number;
}

/** What takes long, or asks about single members: `--quick` leaves it out where it is not named. */
const LONG: readonly ScenarioName[] = ['noisy-member', 'dead-webhook', 'instances', 'province', 'grow', 'soak'];
const MAX_SECONDS = 3_600;
const MAX_RATE = 10_000;

const known = {
  scenario: { type: 'string' },
  duration: { type: 'string' },
  rate: { type: 'string' },
  quick: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const usage = `npm run bench -- [options]

Measures this system beside a floor written by hand with kafkajs and pg: the same messages, rows and commits, each message
signed by itself, in turn with ours in the same run. Ratios count; absolute times are those of this machine. Every stretch
is checked (sent = logged = handled = acknowledged): one that does not add up prints no figure. docs/performance.md tells
what each scenario asks. Exit code 0 measured, 1 a run that does not add up or failed, 2 wrong input.

  --quick           a few minutes: all but ${LONG.join(', ')}, and short stretches
  --scenario a,b    only these of ${scenarioNames.join(', ')}
  --duration S      seconds of a measured stretch (1 to ${MAX_SECONDS})
  --rate N          messages or dossiers a second, where a scenario has a rate (1 to ${MAX_RATE})
  --json            one JSON document on stdout, everything else on stderr (use npm run --silent)
`;

/** Throws WrongInput with every fault. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { quick = false, json = false, ...values } = parseOptions(args, known);
  const faults: InputFault[] = [];
  const asked = namesOption(faults, '--scenario', values.scenario, { known: scenarioNames, kind: 'scenario' });
  const seconds = wholeOption(faults, '--duration', values.duration, [1, MAX_SECONDS]);
  const rate = wholeOption(faults, '--rate', values.rate, [1, MAX_RATE]);
  if (faults.length > 0) throw new WrongInput(faults);
  const leavesOut = quick && values.scenario === undefined ? LONG : [];
  return {
    scenarios: asked.filter((name) => !leavesOut.includes(name)),
    quick,
    json,
    ...(seconds !== undefined && { durationMs: seconds * 1_000 }),
    ...(rate !== undefined && { rate }),
  };
}
