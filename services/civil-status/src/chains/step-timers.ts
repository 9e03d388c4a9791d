import { Injectable } from '@nestjs/common';
import { TimerBook } from '@lienthong/service-host';
import type { CivilChain } from './civil-chain.state';
import { dueTimes } from './step-timers.rules';

/** Timers of the steps of chains. */
export const STEP_TIMER = 'step';

const SEPARATOR = '#';

/** Keeps one timer for each step that another agency has open; moves and clears them as the chain goes on. */
@Injectable()
export class StepTimers {
  constructor(private readonly timers: TimerBook) {}

  async follow(before: CivilChain, now: CivilChain): Promise<void> {
    const { dossierCode } = now;
    const [had, has] = [dueTimes(before), dueTimes(now)];
    for (const [step, due] of has) {
      if (had.get(step)?.getTime() !== due.getTime())
        await this.timers.set(STEP_TIMER, subjectOf(dossierCode, step), due);
    }
    for (const step of had.keys()) {
      if (!has.has(step)) await this.timers.clear(STEP_TIMER, subjectOf(dossierCode, step));
    }
  }
}

export function subjectOf(dossierCode: string, step: string): string {
  return `${dossierCode}${SEPARATOR}${step}`;
}

export function stepOf(subject: string): { readonly dossierCode: string; readonly step: string } {
  const at = subject.lastIndexOf(SEPARATOR);
  return { dossierCode: subject.slice(0, at), step: subject.slice(at + 1) };
}
