import type { FieldAnswer, FieldStatus } from './field-protocol.rules';

/** A dossier as the interlinked software lists it. */
export interface ListedDossier {
  readonly code: string;
}

/** Port to the national interlinked software, as it is spoken in the field: list, detail, acknowledge, status. */
export abstract class InterlinkedSoftware<Detail> {
  abstract listNew(): Promise<readonly ListedDossier[]>;
  abstract detail(code: string): Promise<Detail>;
  abstract acknowledge(code: string): Promise<FieldAnswer>;
  abstract sendStatus(code: string, status: FieldStatus): Promise<FieldAnswer>;
}
