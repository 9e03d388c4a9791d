import { type DeskDefinition, personTerms, tracked } from '@lienthong/service-host';
import { CivilChainEntity } from './chains/civil-chain.entity';
import type { ChainStatus } from './chains/civil-chain.state';

const stepOf: Readonly<Partial<Record<ChainStatus, string>>> = {
  received: 'check',
  registering: 'number',
  drafted: 'register',
};

/** Chains that wait for a registrar, for the population database, or for the leader's signature. */
export const desk: DeskDefinition = {
  roles: ['registrar', 'civil-leader', 'agency-leader'],
  leaders: ['civil-leader', 'agency-leader'],
  personalDataFor: ['registrar', 'civil-leader'],
  steps: ['check', 'number', 'register'],
  doneBy: { check: ['registrar'], number: ['registrar'], register: ['civil-leader'] },
  tracks: [
    tracked<CivilChainEntity>({
      kind: 'chain',
      row: CivilChainEntity,
      key: ({ dossierCode }) => dossierCode,
      office: ({ office }) => office,
      subject: ({ dossierCode }) => dossierCode,
      dossierCode: ({ dossierCode }) => dossierCode,
      state: ({ status }) => status,
      waits: ({ status, since, appointmentAt }) => {
        const step = stepOf[status];
        return step === undefined ? undefined : { step, since, due: appointmentAt };
      },
      rules: ({ instance: { procedure, version } }) => [`${procedure}/v${version}`],
      by: ({ history }) => history.at(-1)?.by,
      message: ({ workMessageId }) => workMessageId,
      terms: ({ dossierCode, birth, death }) => [
        { kind: 'dossier', value: dossierCode },
        ...personTerms([birth?.child, birth?.mother, birth?.father, death?.deceased]),
      ],
    }),
  ],
};
