/** What an error asks for: a refusal is intended, a bug means that somebody must look (house style §5). */
export type ErrorKind = 'refusal' | 'input' | 'access' | 'transient' | 'bug';

export type Language = 'vi' | 'en';

/** Values that are safe to log and to show; they also fill `{name}` in the texts. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** One wrong field of an input: where, which rule, and what the rule wants. */
export interface FieldFault {
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  /** The same in Vietnamese, where a rule says it itself. */
  readonly messageVi?: string;
}

/** One line of an error catalogue. */
export interface ErrorEntry {
  readonly kind: ErrorKind;
  readonly status?: number;
  readonly vi: string;
  readonly en: string;
}

/** A catalogue line with its full code and status; the reference page of errors is generated from these. */
export interface ErrorDescription extends ErrorEntry {
  readonly code: string;
  readonly status: number;
}

/** What an error may carry beside its facts. */
export interface ErrorDetails {
  readonly cause?: unknown;
  readonly faults?: readonly FieldFault[];
}

/** Makes one error of a catalogue; its description hangs on the function itself. */
export type ErrorFactory = ((facts?: Facts, more?: ErrorDetails) => AppError) & {
  readonly description: ErrorDescription;
};

const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  refusal: 409,
  input: 400,
  access: 403,
  transient: 503,
  bug: 500,
};

/** The only error class of the system: a code of one catalogue, a kind, and facts that may be logged. */
export class AppError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly status: number;
  readonly facts: Facts;
  readonly faults?: readonly FieldFault[];

  constructor(
    readonly description: ErrorDescription,
    facts: Facts = {},
    more: ErrorDetails = {},
  ) {
    super(`${description.code}: ${fill(description.en, facts)}`, more.cause === undefined ? {} : { cause: more.cause });
    this.name = 'AppError';
    this.code = description.code;
    this.kind = description.kind;
    this.status = description.status;
    this.facts = facts;
    if (more.faults) this.faults = more.faults;
  }

  /** The catalogue's sentence in one language, filled with the facts. */
  text(language: Language): string {
    return fill(this.description[language], this.facts);
  }
}

/** Declares the errors of one owner; `catalogue.PARCEL_HELD({ … })` makes the error `<owner>.PARCEL_HELD`. */
export function errorCatalogue<K extends string>(
  owner: string,
  entries: Readonly<Record<K, ErrorEntry>>,
): Readonly<Record<K, ErrorFactory>> {
  const factories = {} as Record<K, ErrorFactory>;
  for (const key of Object.keys(entries) as K[]) {
    const entry = entries[key];
    const description = { ...entry, code: `${owner}.${key}`, status: entry.status ?? STATUS_OF_KIND[entry.kind] };
    const make = (facts?: Facts, more?: ErrorDetails): AppError => new AppError(description, facts, more);
    factories[key] = Object.assign(make, { description });
  }
  return factories;
}

/** True for errors made by a catalogue. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError;
}

function fill(text: string, facts: Facts): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = facts[name];
    if (value === undefined) return placeholder;
    return Array.isArray(value) ? value.join(', ') : String(value);
  });
}
