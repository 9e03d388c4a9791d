import { type InputFault, namesOption, parseOptions, wholeOption, WrongInput } from '../../demo/src';
import type { ServiceName } from '../../local-infra/src';
import { landScenarioNames, type SweptScenario } from './land-scenarios.data';
import { type ProcedureName, procedureNames, sweptServices } from './procedures';

export interface SweepOptions {
  /** What is played. */
  readonly procedure: ProcedureName;
  /** How a land transfer goes. */
  readonly scenario: SweptScenario;
  readonly processes: readonly ServiceName[];
  /** Only effects whose name holds this text. */
  readonly effects?: string;
  readonly seeds: readonly number[];
  readonly quick: boolean;
  /** Nothing narrows it: every recorded effect must be met. */
  readonly full: boolean;
  /** At most so many kills. */
  readonly kills?: number;
  readonly json: boolean;
  readonly history?: string;
}

export const DEFAULT_SEED = 1;
export const MAX_SEEDS = 100;
export const MAX_KILLS = 100_000;
export const QUICK_KILLS = 24;
const MAX_SEED = 1_000_000;

const known = {
  procedure: { type: 'string' },
  scenario: { type: 'string' },
  processes: { type: 'string' },
  effects: { type: 'string' },
  seeds: { type: 'string' },
  seed: { type: 'string' },
  kills: { type: 'string' },
  quick: { type: 'boolean' },
  json: { type: 'boolean' },
  history: { type: 'string' },
} as const;

export const usage = `npm run crash-sweep -- [options]

Records every outside effect of every process while dossiers play (statements, produced records, offset commits, HTTP
answers), then kills the processes right before and right after each of them, starts them again, and checks databases
and topics: nothing lost, doubled, out of order, stuck. Exit code 0 well, 1 a violation or a failed run, 2 wrong input.
Without --processes, --effects, --kills and --quick it is the full sweep, which also fails when an effect was not met.
A broker given by KAFKA_BROKERS must allow sessions of 3 s (group.min.session.timeout.ms); only own servers are crashed.

  --procedure P    what is played: ${procedureNames.join(' or ')} (default land); the agencies of the other one do not run
  --scenario S     how a land transfer goes: ${landScenarioNames.join(' or ')} (default ${landScenarioNames[0]})
  --processes a,b  only these processes
${procedureNames.map((name) => `                   ${name}: ${sweptServices[name].join(', ')}`).join('\n')}
  --effects TEXT   only effects whose name holds TEXT: 'sql commit', 'produce tax.out', 'offset-commit', 'http POST'
  --seed N         order of kills and dossiers (0 to ${MAX_SEED}, default ${DEFAULT_SEED}); the same seed repeats them
  --seeds N        N passes with the seeds 1 to N (at most ${MAX_SEEDS}); every pass after the first draws other occurrences
  --kills N        stop after N kills (1 to ${MAX_KILLS})
  --quick          ${QUICK_KILLS} kills spread over all processes, and a crash of the broker or the database
  --json           one JSON document on stdout, everything else on stderr (use npm run --silent)
  --history FILE   one JSON line per send, append, delivery and handling, for a checker of your own
`;

/** Throws WrongInput with every fault. */
export function readSweepOptions(args: readonly string[]): SweepOptions {
  const values = parseOptions(args, known);
  const faults: InputFault[] = [];
  const procedure = procedureNames.find((name) => name === (values.procedure ?? 'land-transfer'));
  if (!procedure)
    faults.push({
      path: '--procedure',
      message: `'${values.procedure}' is none; there are ${procedureNames.join(', ')}`,
    });
  const scenario = readScenario(faults, values.scenario, procedure);
  const services = sweptServices[procedure ?? 'land-transfer'];
  const processes = namesOption(faults, '--processes', values.processes, { known: services, kind: 'process' });
  const seed = wholeOption(faults, '--seed', values.seed, [0, MAX_SEED]);
  const seeds = wholeOption(faults, '--seeds', values.seeds, [1, MAX_SEEDS]);
  const kills = wholeOption(faults, '--kills', values.kills, [1, MAX_KILLS]);
  if (values.seed !== undefined && values.seeds !== undefined)
    faults.push({ path: '--seeds', message: 'cannot go with --seed, which repeats a single pass' });
  if (values.quick && values.kills !== undefined)
    faults.push({ path: '--kills', message: `cannot go with --quick, which is ${QUICK_KILLS} kills` });
  if (!procedure || faults.length > 0) throw new WrongInput(faults);
  const { effects, history, quick = false, json = false } = values;
  return {
    procedure,
    scenario,
    processes,
    ...(effects !== undefined && { effects }),
    seeds: seeds === undefined ? [seed ?? DEFAULT_SEED] : Array.from({ length: seeds }, (_, at) => at + 1),
    quick,
    full: !quick && [values.processes, effects, values.kills].every((one) => one === undefined),
    ...(quick ? { kills: QUICK_KILLS } : kills !== undefined && { kills }),
    json,
    ...(history !== undefined && { history }),
  };
}

function readScenario(
  faults: InputFault[],
  text: string | undefined,
  procedure: ProcedureName | undefined,
): SweptScenario {
  const path = '--scenario';
  const found = landScenarioNames.find((name) => name === (text ?? landScenarioNames[0]));
  if (!found) faults.push({ path, message: `'${text}' is none; there are ${landScenarioNames.join(', ')}` });
  if (text !== undefined && procedure === 'birth') faults.push({ path, message: 'belongs to land-transfer' });
  return found ?? 'sunny';
}
