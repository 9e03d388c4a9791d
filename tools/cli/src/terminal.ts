/** Where a command writes: results to `out`, everything for people to `err`. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
}

/** A wrong command line; exit code 2. */
export class UsageError extends Error {}

/** The command is right but could not be done; exit code 1. The text says what to do next. */
export class CommandFailed extends Error {
  constructor(
    message: string,
    options: ErrorOptions & {
      /** What a service answered, when one did. */
      readonly status?: number;
    } = {},
  ) {
    super(message, options);
    this.status = options.status;
  }

  readonly status: number | undefined;
}
