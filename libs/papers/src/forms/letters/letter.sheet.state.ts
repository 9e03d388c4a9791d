import type { LocalDate } from '@lienthong/kernel';

/** A fault or a wanted paper, with the rule that it breaks. */
export interface LetterItem {
  readonly rule?: string;
  readonly text: string;
}

/** A letter that the tax office sends about a dossier (L §2.2.3): what it is about, what is faulty or wanted, until when. */
export interface LetterSheet {
  readonly number?: string;
  readonly date: LocalDate;
  readonly place?: string;
  readonly taxOffice: { readonly name: string; readonly superior?: string };
  /** To whom it goes: the sending body, or the taxpayer. */
  readonly addressee: string;
  readonly dossierCode: string;
  readonly slipNumber?: string;
  readonly slipDate?: LocalDate;
  readonly person?: { readonly name: string; readonly number?: string };
  readonly receivedAt?: string;
  readonly answeredAt?: string;
  /** Whether the dossier is accepted (01-2/TB-TĐT). */
  readonly isAccepted?: boolean;
  readonly items: readonly LetterItem[];
  readonly legalBasis?: string;
  readonly answerBy?: LocalDate;
  readonly copyTo?: string;
  readonly signer?: string;
}
