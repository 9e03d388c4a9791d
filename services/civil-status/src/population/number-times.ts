import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { CivilStatusConfig } from '../civil-status.config';

const LONGEST_WAIT_MS = 3_600_000;

/** When the population database is asked again. */
@Injectable()
export class NumberTimes {
  constructor(
    private readonly config: CivilStatusConfig,
    private readonly clock: Clock,
  ) {}

  again(attempts: number): Date {
    return this.after(Math.min(this.config.numberAgainMs * 2 ** (attempts - 1), LONGEST_WAIT_MS));
  }

  surplusLook(): Date {
    return this.after(this.config.surplusLookMs);
  }

  private after(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}
