import { playable } from '../input/options';
import { scenarios } from '../civil/scenarios.data';
import type { ExpectedOutcome } from '../land/expected-outcome';
import { landScenarios } from '../land/scenarios.data';
import { dayText, dongFigure } from './texts';

const names: Readonly<Record<(typeof playable)[number], string>> = {
  'land-transfer': 'transfer of a land-use right, from the desk to the certificate',
  birth: 'birth, permanent residence and health insurance card from one declaration',
  death: 'death, end of residence and of benefits, funeral-cost support from one declaration',
};

export interface Listed {
  readonly procedure: string;
  readonly text: string;
  readonly scenarios: readonly ListedScenario[];
}

/** `expected` is what the command checks at the end of a land transfer. */
export interface ListedScenario {
  readonly name: string;
  readonly text: string;
  readonly expected?: ExpectedOutcome;
}

/** What the demo can play. */
export function listed(): readonly Listed[] {
  return playable.map((procedure) => ({
    procedure,
    text: names[procedure],
    scenarios:
      procedure === 'land-transfer'
        ? landScenarios.map(({ name, text, expected }) => ({ name, text, expected }))
        : scenarios.filter((scenario) => scenario.procedure === procedure).map(({ name, text }) => ({ name, text })),
  }));
}

export function listText(): string {
  return listed()
    .flatMap(({ procedure, text, scenarios: known }) => [
      `--procedure ${procedure.padEnd(14)} ${text}`,
      ...known.flatMap(scenarioLines),
    ])
    .join('\n');
}

function scenarioLines({ name, text, expected }: ListedScenario): string[] {
  const line = `  --scenario ${name.padEnd(22)} ${text}`;
  if (!expected) return [line];
  const sums = expected.payments.map(
    ({ payer, kind, amountDong, dueDate, state = 'booked' }) =>
      `${sumText(amountDong)}  ${kind}, ${payer}${dueDate ? `, by ${dayText(dueDate)}` : ''}${state === 'booked' ? '' : `, ${state}`}`,
  );
  const exempt = (expected.exemptions ?? []).map(
    ({ payer, kind, amountDong }) => `${sumText(amountDong)}  ${kind}, ${payer}, exempt`,
  );
  const surplus = (expected.overpaid ?? []).map(
    ({ payer, amountDong }) => `${sumText(amountDong)}  overpaid by the ${payer}`,
  );
  return [`${line} (${expected.rows.join(', ')}); ends in state ${expected.state}`, ...sums, ...exempt, ...surplus];
}

function sumText(amountDong: string): string {
  return `${' '.repeat(36)}${dongFigure(amountDong).padStart(20)}`;
}
