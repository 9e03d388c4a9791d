import { takenOverBy } from '@lienthong/contracts';
import { type DeskDefinition, tracked, trackedBranchWork } from '@lienthong/service-host';
import { DeregistrationRow } from './deregistrations/deregistration.entity';
import { OpinionRow } from './opinions/opinion.entity';
import { RegistrationRow } from './registrations/registration.entity';

const opinions = tracked<OpinionRow>({
  kind: 'opinion',
  row: OpinionRow,
  key: ({ key }) => key,
  office: ({ office }) => office,
  subject: ({ dossierCode }) => dossierCode,
  dossierCode: ({ dossierCode }) => dossierCode,
  state: ({ state }) => state,
  waits: ({ state, since, dueAt }) => (state === 'asked' ? { step: 'give-opinion', since, due: dueAt } : undefined),
  rules: () => [],
  message: ({ workMessageId }) => workMessageId,
});

/** What waits at the police for an officer or for somebody else, of all three kinds of work. */
export const desk: DeskDefinition = {
  roles: ['residence-officer', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['residence-officer'],
  steps: ['register', 'await-papers', 'deregister', 'await-province', 'give-opinion'],
  tracks: [
    trackedBranchWork<RegistrationRow>({
      kind: 'registration',
      row: RegistrationRow,
      stepOf: { received: 'register', 'supplement-wanted': 'await-papers' },
      persons: ({ birth: { child, mother, father, personalIdentificationNumber } }) => [
        { ...child, personalIdentificationNumber },
        mother,
        father,
      ],
    }),
    trackedBranchWork<DeregistrationRow>({
      kind: 'deregistration',
      row: DeregistrationRow,
      stepOf: { received: 'deregister', forwarded: 'await-province' },
      persons: ({ death }) => [death.deceased],
    }),
    opinions,
  ],
  takenOver: (office, on) => takenOverBy('residence', office, on),
};
