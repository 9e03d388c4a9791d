import { type DeskDefinition, parcelTerms, personTerms, type Term, tracked } from '@lienthong/service-host';
import { recordTracks } from './desk-records.data';
import { dueOf } from './dossiers/extend-time.rules';
import { LandDossierEntity } from './dossiers/land-dossier.entity';
import { regimeOf } from './dossiers/tax-clock.rules';
import type { LandDossier, LandDossierStatus } from './dossiers/land-dossier.state';

/** Status in which a dossier waits for an officer or a leader → the step of the procedure that is open then. */
const stepOf: Partial<Record<LandDossierStatus, string>> = {
  received: 'check',
  'slip-drafted': 'sign-slip',
  'slip-returned': 'correct-slip',
  'certificate-drafted': 'sign-certificate',
  'result-questioned': 'correct-result',
};

/** The land office's desks: dossiers, due as the clocks of their procedure say. */
export const desk: DeskDefinition = {
  roles: ['land-officer', 'land-leader', 'agency-leader'],
  leaders: ['land-leader', 'agency-leader'],
  personalDataFor: ['land-officer', 'land-leader'],
  steps: ['check', 'sign-slip', 'correct-slip', 'sign-certificate', 'correct-result'],
  doneBy: {
    check: ['land-officer'],
    'sign-slip': ['land-leader'],
    'correct-slip': ['land-officer'],
    'sign-certificate': ['land-leader'],
    'correct-result': ['land-leader'],
  },
  tracks: [
    tracked<LandDossierEntity>({
      kind: 'dossier',
      row: LandDossierEntity,
      key: ({ dossierCode }) => dossierCode,
      office: ({ office }) => office,
      subject: ({ dossierCode }) => dossierCode,
      dossierCode: ({ dossierCode }) => dossierCode,
      state: ({ status }) => status,
      waits: (dossier) => {
        const step = stepOf[dossier.status];
        return step === undefined ? undefined : { step, since: dossier.since, due: dueOf(dossier, step) };
      },
      rules: (dossier) => {
        const { procedure, version } = dossier.instance;
        return [`${procedure}/v${version}`, `regime ${regimeOf(dossier)}`];
      },
      by: ({ history }) => history.at(-1)?.by,
      message: ({ workMessageId }) => workMessageId,
      terms: termsOf,
    }),
    ...recordTracks,
  ],
};

function termsOf({ dossierCode, receiptNumber, content, slip, notices }: LandDossier): readonly Term[] {
  const { sellers, buyers, parcels } = content;
  return [
    { kind: 'dossier', value: dossierCode },
    { kind: 'receipt', value: receiptNumber },
    // Of the slip too: it may name persons otherwise than the papers did.
    ...personTerms([...sellers, ...buyers, ...(slip?.sellers ?? []), ...(slip?.buyers ?? [])]),
    ...parcelTerms(parcels),
    ...Object.keys(notices).map((number): Term => ({ kind: 'notice', value: number })),
  ];
}
