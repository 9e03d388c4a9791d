import { Agencies } from './people/agencies';
import type { StackAccess } from './stack-access';

/** Takes a stack to a later day. */
export type PassDays = (days: number) => Promise<StackAccess>;

/** The agencies' doors while a story is told, which may go on to later days. */
export class StackVisit {
  agencies: Agencies;

  constructor(
    public access: StackAccess,
    private readonly signal: AbortSignal,
    private readonly moveOn: PassDays = () => Promise.reject(new Error('the clock of this stack is not ours')),
  ) {
    this.agencies = new Agencies(access, signal);
  }

  async passDays(days: number): Promise<void> {
    this.access = await this.moveOn(days);
    this.agencies = new Agencies(this.access, this.signal);
  }
}
