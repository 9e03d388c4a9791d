import type { Console } from './console';
import type { DemoConfig } from './demo.config';
import type { DemoOptions } from './input/options';
import { printAccess } from './report/print-access';
import { untilAborted } from './run-until-interrupted';
import { Session } from './session';
import { publishStack, type StackAccess } from './stack-access';
import type { PassDays } from './stack-visit';

const DAY_MS = 86_400_000;

export interface Stage {
  readonly console: Console;
  readonly signal: AbortSignal;
  readonly startedAt: number;
}

interface Wanted {
  readonly options: DemoOptions;
  readonly config: DemoConfig;
  /** Business time at which the stack begins. */
  readonly at: Date;
  /** More settings of every service. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Plays on a stack that is started for it and taken down again, or kept up when that is wanted. */
export async function withOwnStack(
  { options, config, at, variables }: Wanted,
  { console, signal }: Stage,
  play: (access: StackAccess, passDays: PassDays) => Promise<boolean>,
): Promise<boolean> {
  const session = new Session({
    home: config.home,
    clockOffsetMs: () => at.getTime() - Date.now(),
    ports: options.keep ? 'default' : 'free',
    keep: options.keep,
    secured: options.secured,
    ...(options.outside !== undefined && { outside: options.outside }),
    ...(variables && { variables }),
    console,
    signal,
  });
  let completed = false;
  let withdraw: () => void = () => undefined;
  try {
    let access = await session.open();
    if (options.keep) withdraw = publishStack(access);
    completed = await play(access, async (days) => {
      await session.passDays(days);
      access = { ...access, clockOffsetMs: access.clockOffsetMs + days * DAY_MS };
      if (options.keep) withdraw = publishStack(access);
      return access;
    });
    if (options.keep) {
      await printAccess(console, access);
      await untilAborted(signal);
    }
  } finally {
    withdraw();
    await session.close({ keepLogs: options.keep || (!completed && !signal.aborted) });
  }
  return completed;
}
