import type { BirthDeclaration, DeathDeclaration } from '@lienthong/contracts';

type Declaration = BirthDeclaration | DeathDeclaration;
type Field = keyof BirthDeclaration | keyof DeathDeclaration;

/** What the applicant chose decides which branches there are. */
const choices: readonly Field[] = ['residence', 'healthCard', 'residenceWanted', 'benefitsWanted', 'funeral'];
/** Where the act is registered, and whether there is one already, was decided when the declaration came in. */
const settled: readonly Field[] = ['registrationCommuneCode', 'linkedDossierCode'];

/** Fields that a correction changes although they were settled with the beginning of the chain. */
export function outOfBounds(before: Declaration, after: Declaration): readonly string[] {
  return [
    ...choices.filter((field) => isChosen(before, field) !== isChosen(after, field)),
    ...settled.filter((field) => valueOf(before, field) !== valueOf(after, field)),
  ];
}

function isChosen(declaration: Declaration, field: Field): boolean {
  return Boolean(valueOf(declaration, field));
}

function valueOf(declaration: Declaration, field: Field): unknown {
  return (declaration as Partial<Record<Field, unknown>>)[field];
}
