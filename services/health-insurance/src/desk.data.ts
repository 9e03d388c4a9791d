import { takenOverBy } from '@lienthong/contracts';
import { instantOf } from '@lienthong/kernel';
import { type DeskDefinition, tracked, trackedBranchWork } from '@lienthong/service-host';
import { AllowanceQuestionRow, FuneralAllowanceRow } from './allowances/allowance.entities';
import { BenefitsStopRow } from './benefits/benefits-stop.entity';
import { CardRequestRow } from './cards/card-request.entity';

const questions = tracked<AllowanceQuestionRow>({
  kind: 'allowance-question',
  row: AllowanceQuestionRow,
  key: ({ dossierCode }) => dossierCode,
  office: ({ office }) => office,
  subject: ({ dossierCode }) => dossierCode,
  dossierCode: ({ dossierCode }) => dossierCode,
  state: ({ state }) => state,
  waits: ({ state, since }) => (state === 'asked' ? { step: 'tell-allowance', since } : undefined),
  rules: () => [],
  message: ({ workMessageId }) => workMessageId,
  terms: ({ personalIdentificationNumber: value }) => [{ kind: 'person', value }],
});

const allowances = tracked<FuneralAllowanceRow>({
  kind: 'funeral-allowance',
  row: FuneralAllowanceRow,
  key: ({ personalIdentificationNumber }) => personalIdentificationNumber,
  office: ({ office }) => office,
  subject: ({ personalIdentificationNumber }) => personalIdentificationNumber,
  state: ({ state }) => state,
  waits: ({ state, paidOn }) =>
    state === 'recovery' ? { step: 'recover-allowance', since: instantOf(paidOn, 0) } : undefined,
  rules: () => [],
  terms: ({ personalIdentificationNumber: value, decisionNumber }) => [
    { kind: 'person', value },
    { kind: 'notice', value: decisionNumber },
  ],
});

/** What waits at social insurance for an officer or for somebody else, of all kinds of work. */
export const desk: DeskDefinition = {
  roles: ['insurance-officer', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['insurance-officer'],
  steps: ['issue', 'await-papers', 'stop-benefits', 'tell-allowance', 'recover-allowance'],
  tracks: [
    trackedBranchWork<CardRequestRow>({
      kind: 'card-request',
      row: CardRequestRow,
      stepOf: { received: 'issue', 'supplement-wanted': 'await-papers' },
      persons: ({ birth: { child, mother, father, personalIdentificationNumber } }) => [
        { ...child, personalIdentificationNumber },
        mother,
        father,
      ],
    }),
    trackedBranchWork<BenefitsStopRow>({
      kind: 'benefits-stop',
      row: BenefitsStopRow,
      stepOf: { received: 'stop-benefits' },
      persons: ({ death }) => [death.deceased],
    }),
    questions,
    allowances,
  ],
  takenOver: (office, on) => takenOverBy('health-insurance', office, on),
};
