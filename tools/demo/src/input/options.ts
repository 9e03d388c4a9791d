import { parseArgs } from 'node:util';
import { scenarioNames } from '../civil/scenarios.data';
import { landScenarioOf, landScenarios } from '../land/scenarios.data';
import type { InputFault } from './fault';
import { regimeScenario } from './regime-option';
import { scenarioFaults } from './scenario-faults';

/** What can be played: a land transfer, or a chain of civil status. */
export const playable = ['land-transfer', 'birth', 'death'] as const;
export type Playable = (typeof playable)[number];

export interface DemoOptions {
  readonly procedure: Playable;
  /** How it goes: what differs from the example, and what the people at the desks decide. */
  readonly scenario?: string;
  /** Only tell what can be played. */
  readonly list: boolean;
  readonly dossiers: number;
  readonly file?: string;
  readonly at?: string;
  readonly automatic: boolean;
  readonly attach: boolean;
  readonly keep: boolean;
  /** On a broker where every member has its own credentials. */
  readonly secured: boolean;
  /** Members beside the services: a file with their rows of the registry. */
  readonly outside?: string;
  readonly json: boolean;
}

export const MAX_DOSSIERS = 5_000;

const known = {
  procedure: { type: 'string' },
  scenario: { type: 'string' },
  regime: { type: 'string' },
  list: { type: 'boolean' },
  dossiers: { type: 'string' },
  file: { type: 'string' },
  at: { type: 'string' },
  automatic: { type: 'boolean' },
  attach: { type: 'boolean' },
  keep: { type: 'boolean' },
  secured: { type: 'boolean' },
  outside: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const usage = `npm run demo -- [options]

  --procedure P  land-transfer (default), birth or death
  --scenario S   how it goes; --list names all, with the amounts, dates and end that the command checks
  --regime R     the same dossier on the days of a regime: A (2016), B (2020) or C (2026, the law of the default run)
  --list         name procedures and scenarios, start nothing
  --dossiers N   play N dossiers at once (1 to ${MAX_DOSSIERS}); dossier i has its own parcel or notification, and persons
  --file F       data of the dossier from a JSON file (docs/examples/README.md describes it)
  --at ISO       business time of the run, a date or a date with time; default 2026-08-03T08:00:00+07:00
  --automatic    no manual step in any agency
  --attach       play on a stack that runs already (npm start, demo -- --keep, docker-compose)
  --keep         stay up afterwards; print addresses, roles and tokens
  --secured      Kafka with own credentials (SASL/SCRAM) and rights for every member
  --outside F    members that you play yourself, from a JSON file (docs/examples/python/members.json)
  --json         one JSON document on stdout, everything else on stderr (use npm run --silent)
`;

/** Reads the command line; `faults` names everything that is wrong with it. */
export function readOptions(args: readonly string[]): {
  readonly options: DemoOptions;
  readonly faults: readonly InputFault[];
} {
  const { tokens } = parseArgs({ args: [...args], options: known, strict: false, tokens: true });
  const faults: InputFault[] = [];
  const values = new Map<string, string | true>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      faults.push({ path: token.value, message: 'is not an option' });
      continue;
    }
    const fault = faultOf(token.name, token.value, values.has(token.name));
    if (fault) faults.push({ path: token.rawName, message: fault });
    else values.set(token.name, token.value ?? true);
  }
  const text = (name: string): string | undefined => {
    const value = values.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const dossiers = text('dossiers') ?? '1';
  if (!/^\d+$/.test(dossiers) || Number(dossiers) < 1 || Number(dossiers) > MAX_DOSSIERS) {
    faults.push({ path: '--dossiers', message: `must be a whole number from 1 to ${MAX_DOSSIERS}, not '${dossiers}'` });
  }
  faults.push(...attachFaults(values));
  const procedure = readProcedure(text('procedure'), faults);
  const shown = regimeScenario(values.get('regime'), values, faults);
  const scenario = readScenario(procedure, text('scenario') ?? shown, faults);
  if (procedure === 'land-transfer' && values.has('scenario') && values.has('file')) {
    faults.push({ path: '--scenario', message: 'cannot be used with --file: a scenario has its own dossier' });
  }
  if (procedure === 'land-transfer' && scenario !== undefined && !values.has('file')) {
    const asked = { automatic: values.has('automatic'), attach: values.has('attach'), outside: values.has('outside') };
    faults.push(...scenarioFaults(landScenarioOf(scenario), { ...asked, dossiers: Number(dossiers) }));
  }
  const [file, at, outside] = [text('file'), text('at'), text('outside')];
  const options: DemoOptions = {
    procedure,
    ...(scenario !== undefined && { scenario }),
    list: values.has('list'),
    dossiers: Number(dossiers),
    ...(file !== undefined && { file }),
    ...(at !== undefined && { at }),
    ...(outside !== undefined && { outside }),
    automatic: values.has('automatic'),
    attach: values.has('attach'),
    keep: values.has('keep'),
    secured: values.has('secured'),
    json: values.has('json'),
  };
  return { options, faults };
}

/** Why an option cannot be had together with --attach. */
const notAttached = {
  at: 'the clock of the running stack counts',
  keep: 'the stack is not started here',
  secured: 'the broker is not started here',
  outside: 'the stack is not started here',
} as const;

function attachFaults(values: ReadonlyMap<string, string | true>): InputFault[] {
  if (!values.has('attach')) return [];
  return Object.entries(notAttached)
    .filter(([name]) => values.has(name))
    .map(([name, why]) => ({ path: `--${name}`, message: `cannot be used with --attach: ${why}` }));
}

function readProcedure(text: string | undefined, faults: InputFault[]): Playable {
  const found = playable.find((name) => name === (text ?? 'land-transfer'));
  if (!found)
    faults.push({ path: '--procedure', message: `'${text}' is not played; there are ${playable.join(', ')}` });
  return found ?? 'land-transfer';
}

function readScenario(procedure: Playable, text: string | undefined, faults: InputFault[]): string | undefined {
  const names = procedure === 'land-transfer' ? landScenarios.map(({ name }) => name) : scenarioNames(procedure);
  if (text === undefined || names.includes(text)) return text ?? names[0];
  faults.push({
    path: '--scenario',
    message: `'${text}' is no scenario of ${procedure}; there is ${names.join(', ')}`,
  });
  return undefined;
}

function faultOf(name: string, value: string | undefined, seen: boolean): string | undefined {
  if (!Object.hasOwn(known, name)) return 'is not an option of this command';
  const { type } = known[name as keyof typeof known];
  if (seen) return 'is given twice';
  if (type === 'string' && (value === undefined || value === '')) return 'needs a value';
  if (type === 'boolean' && value !== undefined) return 'takes no value';
  return undefined;
}
