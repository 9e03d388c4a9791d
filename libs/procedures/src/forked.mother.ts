import type { GrantRow } from '@lienthong/contracts';
import type { KnownContracts } from './known-contracts';
import type { LegalTime, Procedure, ProcedureBranch, ProcedureStep, ProcedureVersion, RuleSet } from './procedure';

/** Names of the invented conversation: an office registers, police and insurer are asked side by side. */
const type = (owner: string, name: string): string => `vn.lienthong.${owner}.${name}.v1`;

const SENT: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  desk: { declared: ['office'], 'papers-came': ['office'], 'handed-over': ['office'] },
  office: {
    registered: ['desk'],
    'police-asked': ['police'],
    'insurer-asked': ['insurer'],
    'opinion-asked': ['ministry'],
    concluded: ['desk'],
  },
  police: { moved: ['office'], 'police-refused': ['office'], 'papers-wanted': ['office'], forwarded: ['office'] },
  insurer: { 'money-asked': ['bank'], insured: ['office'], 'insurer-refused': ['office'] },
  bank: { paid: ['insurer'] },
  ministry: { 'opinion-given': ['office'] },
};

const rows = Object.entries(SENT).flatMap(([owner, sent]) =>
  Object.entries(sent).map(([name, recipients]) => ({ owner, type: type(owner, name), recipients })),
);

const grants: readonly GrantRow[] = rows.flatMap(({ owner, type: wireName, recipients }) =>
  recipients.map((recipient) => ({
    sender: owner,
    recipient,
    type: wireName,
    purpose: 'invented',
    legalBasis: 'invented',
    enabled: true,
    validFrom: '2025-01-01',
  })),
);

/** Messages and grants of the invented agencies. */
export const invented: KnownContracts = {
  messages: rows.map(({ owner, type: name }) => ({ owner, type: name })),
  grants,
};

const ruleSet: RuleSet = { id: 'law', name: 'invented law', validFrom: '2025-01-01', counts: 'working-minutes' };

/** So many working days of the invented law. */
export function days(amount: number): readonly LegalTime[] {
  return [{ ruleSet: 'law', amount, unit: 'working-days', source: 'invented', reading: true }];
}

/** A step of the invented office that sends nothing, changed as wanted. */
export function step(id: string, change: Partial<ProcedureStep> & Pick<ProcedureStep, 'next'>): ProcedureStep {
  return {
    id,
    name: { vi: id, en: id },
    member: 'office',
    doneBy: [],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: days(1),
    clock: 'runs',
    ...change,
  };
}

function branch(id: string, member: string, optional = true): ProcedureBranch {
  return { id, name: { vi: id, en: id }, member, optional, limits: days(10) };
}

/** Declared, checked, registered (pivot); police and insurer side by side, the insurer by way of a bank; handed over. */
export const forkedSteps: readonly ProcedureStep[] = [
  step('declare', { member: 'desk', doneBy: [type('desk', 'declared')], next: ['check'] }),
  step('check', {
    branch: 'registration',
    state: 1,
    next: ['register'],
    refusals: [{ by: type('office', 'concluded'), when: 'not accepted', next: 'not-accepted' }],
    opinions: [
      {
        of: 'ministry',
        askedBy: type('office', 'opinion-asked'),
        givenBy: type('ministry', 'opinion-given'),
        limits: days(3),
        whenLate: 'go-on',
      },
    ],
  }),
  step('register', {
    branch: 'registration',
    doneBy: [type('office', 'registered')],
    refusals: [{ by: type('office', 'concluded'), when: 'an obstacle was found', next: 'stopped' }],
    next: ['move', 'ask-money', 'conclude'],
  }),
  step('move', {
    branch: 'residence',
    member: 'police',
    state: 1,
    askedBy: type('office', 'police-asked'),
    doneBy: [type('police', 'moved')],
    alsoSends: [type('police', 'forwarded')],
    refusals: [{ by: type('police', 'police-refused'), when: 'refused', endsBranch: 3 }],
    supplement: {
      askedBy: type('police', 'papers-wanted'),
      answeredBy: type('desk', 'papers-came'),
      limits: days(7),
      afterwards: 'resume',
      missed: { endsBranch: 3 },
    },
    limits: days(10),
    next: ['conclude'],
  }),
  step('ask-money', {
    branch: 'card',
    member: 'insurer',
    askedBy: type('office', 'insurer-asked'),
    doneBy: [type('insurer', 'money-asked')],
    next: ['pay'],
  }),
  step('pay', { branch: 'card', member: 'bank', doneBy: [type('bank', 'paid')], next: ['insure'] }),
  step('insure', {
    branch: 'card',
    member: 'insurer',
    state: 1,
    askedBy: type('office', 'insurer-asked'),
    doneBy: [type('insurer', 'insured')],
    refusals: [{ by: type('insurer', 'insurer-refused'), when: 'refused', endsBranch: 3 }],
    limits: days(7),
    next: ['conclude'],
  }),
  step('conclude', { doneBy: [type('office', 'concluded')], next: ['hand-over'] }),
  step('hand-over', { member: 'desk', doneBy: [type('desk', 'handed-over')], clock: 'stands', next: ['returned'] }),
];

const end = (id: string, state: 3 | 8 | 10): ProcedureVersion['ends'][number] => ({
  id,
  state,
  name: { vi: id, en: id },
});

export const forkedVersion: ProcedureVersion = {
  version: 1,
  validFrom: '2025-01-01',
  source: 'invented',
  ruleSets: [ruleSet],
  firstStep: 'declare',
  branches: [branch('registration', 'office', false), branch('residence', 'police'), branch('card', 'insurer')],
  steps: forkedSteps,
  ends: [end('returned', 10), end('stopped', 8), end('not-accepted', 3)],
  pivot: 'register',
  totalLimits: days(20),
};

/** A procedure of invented agencies; every version of it is another chain to try. */
export function inventedProcedure(change: Partial<ProcedureVersion> = {}): Procedure {
  return {
    code: '9.000000',
    name: { vi: 'thử', en: 'invented' },
    owner: 'office',
    changeKinds: [],
    versions: [{ ...forkedVersion, ...change }],
  };
}

/** The invented chain with one step changed. */
export function withStep(id: string, change: Partial<ProcedureStep>): Procedure {
  return inventedProcedure({ steps: forkedSteps.map((known) => (known.id === id ? { ...known, ...change } : known)) });
}
