import type { LocalDate } from '@lienthong/kernel';
import type { Printed } from './values.rules';

/** A label and what stands beside it. */
export interface FieldLine {
  readonly label: string;
  readonly value: Printed;
}

export type Alignment = 'left' | 'center' | 'right';

/** Points, the rest shared out (`*`), or as wide as needed (`auto`). */
export type Width = number | '*' | 'auto';

export interface TableColumn {
  readonly header: string;
  readonly width: Width;
  readonly align: Alignment;
}

export interface SignatureBox {
  readonly title: string;
  readonly note: string;
  /** Who has signed; absent while nobody has. */
  readonly name: Printed;
}

/** What a form is laid out of; texts only, computed before. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'fields'; readonly lines: readonly FieldLine[]; readonly columns: 1 | 2 }
  | { readonly kind: 'ticks'; readonly ticks: readonly { readonly label: string; readonly ticked: boolean }[] }
  | { readonly kind: 'paragraph'; readonly text: string; readonly italic: boolean }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly Printed[])[];
      readonly total?: readonly Printed[];
    }
  | { readonly kind: 'signatures'; readonly copies: readonly string[]; readonly boxes: readonly SignatureBox[] };

/** The upper part of an official paper: agency and number at the left, the national heading with place and day at the right. */
export interface PaperHead {
  readonly superior?: string;
  readonly agency: string;
  readonly number?: Printed;
  readonly place?: Printed;
  /** The paper's own day; it is in the file's properties too, so that nothing of the day of printing is. */
  readonly date: LocalDate;
  /** Nobody has dated it yet: the place stays blank. */
  readonly undated?: boolean;
  readonly title: string;
  readonly subtitle?: string;
  readonly addressee?: string;
}

/** One filled form: nothing is computed by whoever prints it, so that the same data always give the same bytes. */
export interface Paper {
  readonly form: {
    readonly id: string;
    readonly number?: string;
    readonly source: string;
    readonly trust: Trust;
  };
  readonly head: PaperHead;
  readonly blocks: readonly PaperBlock[];
  /** A draft bears a watermark on every page. */
  readonly draft: boolean;
  /** What the QR code says: the address where the dossier is looked up, never personal data. */
  readonly lookUp?: string;
}

/** Whether the layout was read in the text of the law, is common knowledge, or a reading of this installation. */
export type Trust = 'found' | 'knowledge' | 'reading';
