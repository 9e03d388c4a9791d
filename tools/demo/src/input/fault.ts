/** One wrong option or field: where it is and what is wrong, in a sentence. */
export interface InputFault {
  readonly path: string;
  readonly message: string;
}

/** Everything that is wrong with options and file; the command ends with code 2 and has started nothing. */
export class WrongInput extends Error {
  constructor(readonly faults: readonly InputFault[]) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  }
}

/** Collects the faults of several readings, so that all are named at once. */
export class FaultList {
  private readonly faults: InputFault[] = [];

  add(faults: readonly InputFault[]): void {
    this.faults.push(...faults);
  }

  /** What the reading gives, or nothing when it throws WrongInput, whose faults are kept. */
  async take<T>(reading: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await reading();
    } catch (error) {
      if (!(error instanceof WrongInput)) throw error;
      this.faults.push(...error.faults);
      return undefined;
    }
  }

  throwIfAny(): void {
    if (this.faults.length > 0) throw new WrongInput(this.faults);
  }
}
