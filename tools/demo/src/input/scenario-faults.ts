import type { LandScenario } from '../land/land-scenario';
import type { InputFault } from './fault';

/** Each dossier of a script is looked at by itself all the time. */
export const MAX_SCRIPTED = 50;

export interface AskedOfScenario {
  readonly dossiers: number;
  readonly automatic: boolean;
  readonly attach: boolean;
  readonly outside: boolean;
}

/** What cannot be had together with a scenario whose people act by a script. */
export function scenarioFaults({ name, script, daysPass }: LandScenario, asked: AskedOfScenario): InputFault[] {
  if (!script) return [];
  const clocks = `days pass in ${name}, and only the clock of a stack of one's own can be moved`;
  return [
    ...(asked.automatic ? [{ path: '--automatic', message: `cannot be used with ${name}: people act in it` }] : []),
    ...(daysPass && asked.attach ? [{ path: '--attach', message: `cannot be used: ${clocks}` }] : []),
    ...(daysPass && asked.outside ? [{ path: '--outside', message: `cannot be used: ${clocks}` }] : []),
    ...(asked.dossiers > MAX_SCRIPTED
      ? [{ path: '--dossiers', message: `at most ${MAX_SCRIPTED} of ${name}, where people act by a script` }]
      : []),
  ];
}
