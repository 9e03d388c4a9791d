/** What the population database is told of a child to give it a number (Art. 14; O §4.3). */
export interface NumberWanted {
  readonly dossierCode: string;
  readonly office: string;
  /** Makes the child one, whoever declares it where. */
  readonly childKey: string;
  readonly name: string;
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly motherNumber?: string;
}

/** What it has on record for a dossier. */
export type NumberAnswer =
  | { readonly kind: 'number'; readonly number: string }
  /** The child has a number already, by another commune. */
  | { readonly kind: 'refused'; readonly firstDossierCode: string; readonly firstOffice: string };

/** Port to the national population database (cơ sở dữ liệu quốc gia về dân cư), which the police keeps. */
export abstract class PopulationDatabase {
  /** What was answered for a dossier so far; asked before any new allocation. @throws civil-status.POPULATION_DATABASE_AWAY */
  abstract given(dossierCode: string): Promise<readonly NumberAnswer[]>;
  /** Asks for a number; may give several, or none in time. @throws civil-status.POPULATION_DATABASE_AWAY */
  abstract allocate(wanted: NumberWanted): Promise<readonly NumberAnswer[]>;
  /** Tells that numbers given for a dossier are not in use. */
  abstract reportUnused(dossierCode: string, numbers: readonly string[]): Promise<void>;
}
