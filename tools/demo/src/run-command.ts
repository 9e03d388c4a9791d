import { isAppError } from '@lienthong/kernel';
import { InfrastructureMissing } from '../../local-infra/src';
import { Console } from './console';
import { WrongInput } from './input/fault';
import { NoAnswer, Refused } from './people/agencies';
import { interruptSignal } from './run-until-interrupted';

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

/** Where a command writes for people, and what tells it that they want it to stop. */
export interface Scene {
  readonly console: Console;
  readonly signal: AbortSignal;
}

/** A command whose input is right. */
export interface Prepared {
  /** Standard output is one JSON document. */
  readonly json: boolean;
  /** Whether it went well. */
  run(scene: Scene): Promise<boolean>;
}

export interface Command {
  readonly usage: string;
  /** Starts nothing. @throws WrongInput with every fault */
  readonly prepare: (args: readonly string[]) => Prepared | Promise<Prepared>;
}

/** Runs a command of this process and ends it: 0 well, 1 failed, 2 wrong input, 130 interrupted. */
export function runCommand(command: Command): void {
  main(command, process.argv.slice(2)).then(
    (code) => process.exit(code),
    (error: unknown) => process.exit(report(error)),
  );
}

async function main({ usage, prepare }: Command, args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const prepared = await prepare(args);
  const console = new Console(prepared.json);
  const signal = interruptSignal(() => console.line('stopping (Ctrl-C again ends at once)'));
  try {
    return (await prepared.run({ console, signal })) ? 0 : FAILED;
  } catch (error) {
    // whatever broke after Ctrl-C broke because of it
    if (signal.aborted) return INTERRUPTED;
    throw error;
  }
}

function report(error: unknown): number {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  if (error instanceof WrongInput) {
    for (const { path, message } of error.faults) say(`${path}: ${message}`);
    say(`${error.faults.length} ${error.faults.length === 1 ? 'fault' : 'faults'}; nothing was started`);
    return WRONG_INPUT;
  }
  if (error instanceof Refused || error instanceof NoAnswer) say(error.message);
  else if (isAppError(error)) say(error.text('en'));
  else if (error instanceof InfrastructureMissing) say(`PostgreSQL and Kafka could not be had:\n${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}
