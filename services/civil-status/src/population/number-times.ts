import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { CivilStatusConfig } from '../civil-status.config';

const LONGEST_WAIT_MS = 3_600_000;
const LAST_LOOK_MS = 86_400_000;

/** When the population database is asked again. */
@Injectable()
export class NumberTimes {
  constructor(
    private readonly config: CivilStatusConfig,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  again(attempts: number): Date {
    return this.after(Math.min(this.config.numberAgainMs * 2 ** (attempts - 1), LONGEST_WAIT_MS));
  }

  /** When it is first looked for numbers that came late. */
  firstLook(): Date {
    return this.after(this.config.surplusLookMs);
  }

  /** When it is looked again after so many looks; nothing once a day has passed between two looks. */
  nextLook(looks: number): Date | undefined {
    const ms = this.config.surplusLookMs * 2 ** looks;
    return ms > LAST_LOOK_MS ? undefined : this.after(ms);
  }

  private after(ms: number): Date {
    return new Date(this.now().getTime() + ms);
  }
}
