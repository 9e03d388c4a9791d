import { playable } from '../input/options';
import { scenarios } from './scenarios.data';

const names: Readonly<Record<(typeof playable)[number], string>> = {
  land: 'transfer of a land-use right, from the desk to the certificate',
  birth: 'birth, permanent residence and health insurance card from one declaration',
  death: 'death, end of residence and of benefits, funeral-cost support from one declaration',
};

export interface Listed {
  readonly procedure: string;
  readonly text: string;
  readonly scenarios: readonly { readonly name: string; readonly text: string }[];
}

/** What the demo can play. */
export function listed(): readonly Listed[] {
  return playable.map((procedure) => ({
    procedure,
    text: names[procedure],
    scenarios: scenarios
      .filter((scenario) => scenario.procedure === procedure)
      .map(({ name, text }) => ({ name, text })),
  }));
}

export function listText(): string {
  return listed()
    .flatMap(({ procedure, text, scenarios: known }) => [
      `--procedure ${procedure.padEnd(6)} ${text}`,
      ...known.map(({ name, text: how }) => `  --scenario ${name.padEnd(22)} ${how}`),
    ])
    .join('\n');
}
