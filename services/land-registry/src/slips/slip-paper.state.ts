/** A label and what stands beside it on the paper. */
export interface PaperLine {
  readonly label: string;
  readonly value: string;
}

export interface PaperTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One part of the form (I–VI) with its lines and tables, in the order in which they are printed. */
export interface PaperSection {
  readonly number: string;
  readonly title: string;
  readonly lines: readonly PaperLine[];
  readonly tables: readonly PaperTable[];
}

/** The transfer slip as the paper form says it: texts only, nothing is computed by whoever prints it. */
export interface SlipPaper {
  readonly form: string;
  /** The layout of this form was not read in a text: it is to be checked. */
  readonly unverified?: true;
  readonly title: string;
  readonly sender: string;
  readonly number: string;
  readonly addressee: string;
  readonly submission: string;
  readonly sections: readonly PaperSection[];
  /** Absent while nobody has signed. */
  readonly signature?: { readonly name: string; readonly signedAt: string };
}
