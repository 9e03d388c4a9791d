import type { FieldAnswer, FieldStatus } from './field-protocol.rules';

/** A dossier as the interlinked software lists it. */
export interface ListedDossier {
  readonly code: string;
}

/** What is told about a dossier: a status, and why where somebody has to do something about it. */
export interface ToldStatus {
  readonly status: FieldStatus;
  readonly reason?: string;
  /** Names of the fields, as they came, that are not right. */
  readonly badFields?: readonly string[];
}

/** Port to the national interlinked software, as it is spoken in the field: list, detail, acknowledge, status. */
export abstract class InterlinkedSoftware {
  abstract listNew(): Promise<readonly ListedDossier[]>;
  /** The declaration in the names of the field (O §4.3), JSON whatever the wire has. */
  abstract detail(code: string): Promise<unknown>;
  abstract acknowledge(code: string): Promise<FieldAnswer>;
  abstract sendStatus(code: string, told: ToldStatus): Promise<FieldAnswer>;
}
