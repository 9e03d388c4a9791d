import { findProcedure, type NationalStateCode, stepDueSince } from '@lienthong/procedures';
import { type DeskDefinition, parcelTerms, personTerms, type Term, tracked } from '@lienthong/service-host';
import { DossierEntity } from './dossiers/dossier.entity';
import { contentOf, type Dossier } from './dossiers/dossier.state';

const stepOf: Partial<Record<NationalStateCode, string>> = { 2: 'forward', 9: 'hand-over' };

/** What waits to be forwarded is due by T1; the result on the day of the appointment. */
function dueOf({ procedure, ruleVersion, since, appointmentAt }: Dossier, step: string): Date | undefined {
  if (step === 'hand-over') return appointmentAt;
  const number = ruleVersion.slice(ruleVersion.lastIndexOf('/v') + 2);
  const version = findProcedure(procedure)?.versions.find((one) => String(one.version) === number);
  return version && stepDueSince(version, step, since);
}

/** The one-stop desk's work: dossiers to forward, and results to hand over. */
export const desk: DeskDefinition = {
  roles: ['desk-clerk', 'agency-leader'],
  leaders: ['agency-leader'],
  personalDataFor: ['desk-clerk'],
  steps: ['forward', 'hand-over'],
  doneBy: { forward: ['desk-clerk'], 'hand-over': ['desk-clerk'] },
  tracks: [
    tracked<DossierEntity>({
      kind: 'dossier',
      row: DossierEntity,
      key: ({ code }) => code,
      office: ({ office }) => office,
      subject: ({ code }) => code,
      dossierCode: ({ code }) => code,
      state: ({ state }) => String(state),
      waits: (dossier) => {
        const step = stepOf[dossier.state];
        return step === undefined ? undefined : { step, since: dossier.since, due: dueOf(dossier, step) };
      },
      rules: ({ ruleVersion }) => [ruleVersion],
      message: ({ workMessageId }) => workMessageId,
      terms: termsOf,
    }),
  ],
};

function termsOf(dossier: Dossier): readonly Term[] {
  const { code, receiptNumber, results } = dossier;
  return [
    { kind: 'dossier', value: code },
    ...(receiptNumber === undefined ? [] : [{ kind: 'receipt', value: receiptNumber } as const]),
    ...personsAndPlaces(dossier),
    ...results.map(({ noticeNumber }): Term => ({ kind: 'notice', value: noticeNumber })),
  ];
}

function personsAndPlaces(dossier: Dossier): readonly Term[] {
  switch (dossier.kind) {
    case 'land': {
      const content = contentOf(dossier, 'land');
      const persons = 'owners' in content ? content.owners : [...content.sellers, ...content.buyers];
      return [...personTerms(persons), ...parcelTerms(content.parcels)];
    }
    case 'birth': {
      const { child, mother, father, requester } = contentOf(dossier, 'birth');
      return personTerms([child, mother, father, requester]);
    }
    case 'death': {
      const { deceased, requester } = contentOf(dossier, 'death');
      return personTerms([deceased, requester]);
    }
  }
}
