/** How a chain of civil status goes: what the people at the desks decide, and how it must end. */
export interface Scenario {
  readonly name: string;
  readonly procedure: 'birth' | 'death';
  readonly text: string;
  readonly outcome: 'completed' | 'partly-completed';
  /** What the police do with the request for residence. */
  readonly police?: 'refuse' | 'ask-for-papers';
  /** Fields of the declaration that differ from the example. */
  readonly change?: Readonly<Record<string, unknown>>;
}

/** The first of a procedure is played when none is named. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'happy',
    procedure: 'birth',
    text: 'birth certificate, permanent residence and health insurance card, all three delivered',
    outcome: 'completed',
  },
  {
    name: 'residence-rejected',
    procedure: 'birth',
    text: 'the police refuse the residence (CT06): certificate and card are delivered, the chain is partly completed',
    outcome: 'partly-completed',
    police: 'refuse',
  },
  {
    name: 'residence-supplement',
    procedure: 'birth',
    text: 'the police ask for a paper (CT05): only their clock stands, the card goes on',
    outcome: 'completed',
    police: 'ask-for-papers',
  },
  {
    name: 'card-only',
    procedure: 'birth',
    text: 'birth certificate and health insurance card, without residence',
    outcome: 'completed',
    change: { residence: undefined },
  },
  {
    name: 'happy',
    procedure: 'death',
    text: 'residence ended, card and pension stopped, funeral costs supported',
    outcome: 'completed',
  },
  {
    name: 'two-procedures',
    procedure: 'death',
    text: 'death registered and residence ended, nothing else asked for',
    outcome: 'completed',
    change: { benefitsWanted: false, funeral: undefined },
  },
];

export function scenarioNames(procedure: string): readonly string[] {
  return scenarios.filter((scenario) => scenario.procedure === procedure).map(({ name }) => name);
}

export function scenarioOf(procedure: 'birth' | 'death', name: string | undefined): Scenario {
  const found = scenarios.find((scenario) => scenario.procedure === procedure && (name ?? 'happy') === scenario.name);
  if (!found) throw new Error(`there is no scenario ${name} of ${procedure}`);
  return found;
}
