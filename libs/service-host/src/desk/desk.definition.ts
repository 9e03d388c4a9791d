import type { LocalDate } from '@lienthong/kernel';
import type { EntityClass } from '@lienthong/persistence';

/** What officers look a dossier up by; the terms `name` and `person` are personal data. */
export const termKinds = ['name', 'person', 'parcel', 'receipt', 'notice', 'dossier'] as const;
export type TermKind = (typeof termKinds)[number];

/** One thing by which a row is found: a person's name or identification number, a parcel, a number of a paper. */
export interface Term {
  readonly kind: TermKind;
  readonly value: string;
}

/** What a row waits for. */
export interface Waiting {
  readonly step: string;
  readonly since: Date;
  /** Undefined where no text gives the step a time. */
  readonly due?: Date | undefined;
}

/** How one kind of aggregate stands on the desks of its agency; all functions are pure. */
export interface Tracked<R extends object = object> {
  /** How the endpoints call it. */
  readonly kind: string;
  readonly row: EntityClass<R>;
  key(row: R): string;
  office(row: R): string;
  /** What its history is asked by: the dossier code, or the reference where the agency knows of no dossier. */
  subject(row: R): string;
  dossierCode?(row: R): string | undefined;
  state(row: R): string;
  /** Left out where such rows never wait for a person of the agency. */
  waits?(row: R): Waiting | undefined;
  /** Version of the procedure and rows of law that the row stands under. */
  rules(row: R): readonly string[];
  /** Who brought its last change about, where that is not who sent the message or made the request: a policy, a deadline. */
  by?(row: R): string | undefined;
  /** The message that brought the work, for changes that a person makes. */
  message?(row: R): string | undefined;
  terms?(row: R): readonly Term[];
}

/** The desks of an agency. */
export interface DeskDefinition {
  /** Who sees lists, search and history. */
  readonly roles: readonly [string, ...string[]];
  /** Who may take work from one colleague and give it to another. */
  readonly leaders: readonly [string, ...string[]];
  /** Who may look up persons by name or number; every such look is written down. */
  readonly personalDataFor: readonly string[];
  /** Steps that the work list can be asked for. */
  readonly steps: readonly [string, ...string[]];
  /** Step → who may do it, where that is not everybody of `roles`: only such a person is given its work. */
  readonly doneBy?: Readonly<Record<string, readonly string[]>>;
  readonly tracks: readonly Tracked[];
  /** Offices whose work an office has taken over by a day, for example after a merger. */
  readonly takenOver?: (office: string, on: LocalDate) => readonly string[];
}

/** Declares how one kind of aggregate stands on the desks. */
export function tracked<R extends object>(definition: Tracked<R>): Tracked {
  return definition;
}

/** `<kind>|<key>`: one row on the desks of an agency. */
export function deskId({ kind }: Pick<Tracked, 'kind'>, key: string): string {
  return `${kind}|${key}`;
}

/** A person or organisation as papers name it. */
export interface NamedPerson {
  readonly name?: string;
  readonly personalIdentificationNumber?: string;
  readonly taxCode?: string;
  readonly identityDocument?: { readonly number: string };
}

/** By name and by each number that identifies the person (R7), as far as they are known. */
export function personTerms(persons: readonly (NamedPerson | undefined)[]): readonly Term[] {
  return persons.flatMap((person): readonly Term[] => {
    const { name, personalIdentificationNumber, taxCode, identityDocument } = person ?? {};
    const numbers = [personalIdentificationNumber, taxCode, identityDocument?.number];
    return [
      ...(name === undefined ? [] : [{ kind: 'name', value: name } as const]),
      ...numbers.flatMap((value) => (value === undefined ? [] : [{ kind: 'person', value } as const])),
    ];
  });
}

/** A parcel is looked up as `<commune>|<map sheet>|<parcel number>`. */
export function parcelTerms(
  parcels: readonly { communeCode: string; mapSheet: string; parcelNumber: string }[],
): readonly Term[] {
  return parcels.map(({ communeCode, mapSheet, parcelNumber }) => ({
    kind: 'parcel',
    value: `${communeCode}|${mapSheet}|${parcelNumber}`,
  }));
}
