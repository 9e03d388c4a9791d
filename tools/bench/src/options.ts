import { parseArgs } from 'node:util';
import { WrongInput } from '../../demo/src';
import { type ScenarioName, scenarioNames } from './scenario';

export interface BenchOptions {
  readonly scenarios: readonly ScenarioName[];
  readonly quick: boolean;
  readonly json: boolean;
  readonly durationMs?: number;
  readonly rate?: number;
}

/** They take minutes to hours: `--quick` leaves them out. */
const LONG: readonly ScenarioName[] = ['grow', 'soak'];
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

  --quick           a few minutes: all but ${LONG.join(' and ')}, and short stretches
  --scenario a,b    only these of ${scenarioNames.join(', ')}
  --duration S      seconds of a measured stretch (1 to ${MAX_SECONDS})
  --rate N          messages or dossiers a second, where a scenario has a rate (1 to ${MAX_RATE})
  --json            one JSON document on stdout, everything else on stderr (use npm run --silent)
`;

/** Throws WrongInput with every fault. */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    throw new WrongInput([{ path: 'options', message: `${(error as Error).message}; --help tells what is known` }]);
  }
  const faults: { path: string; message: string }[] = [];
  const whole = (path: string, text: string | undefined, most: number): number | undefined => {
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most) return value;
    faults.push({ path, message: `'${text}' is not a whole number from 1 to ${most}` });
    return undefined;
  };
  const { quick = false, json = false, scenario } = values;
  const asked = scenario?.split(',').map((name) => name.trim());
  const strangers = (asked ?? []).filter((name) => !(scenarioNames as readonly string[]).includes(name));
  if (strangers.length > 0) {
    const message = `${strangers.map((name) => `'${name}'`).join(', ')} is no scenario; there are ${scenarioNames.join(', ')}`;
    faults.push({ path: '--scenario', message });
  }
  const seconds = whole('--duration', values.duration, MAX_SECONDS);
  const rate = whole('--rate', values.rate, MAX_RATE);
  if (faults.length > 0) throw new WrongInput(faults);
  return {
    scenarios: scenarioNames.filter((name) => (asked ? asked.includes(name) : !(quick && LONG.includes(name)))),
    quick,
    json,
    ...(seconds !== undefined && { durationMs: seconds * 1_000 }),
    ...(rate !== undefined && { rate }),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: known, strict: true, allowPositionals: false }).values;
}
