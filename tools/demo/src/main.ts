import { instantText } from '@lienthong/kernel';
import { InfrastructureMissing } from '../../local-infra/src';
import { Console } from './console';
import { playOnOwnStack, playOnRunningStack, prepareDemo } from './demo';
import { readDemoConfig } from './demo.config';
import { WrongInput } from './input/fault';
import { usage } from './input/options';
import { NoAnswer, Refused } from './people/agencies';
import { interruptSignal } from './run-until-interrupted';

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

async function main(args: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const demo = await prepareDemo(args, readDemoConfig());
  const { dossiers, json } = demo.options;
  const console = new Console(json);
  const signal = interruptSignal(() => console.line('stopping (Ctrl-C again ends at once)'));
  console.line(
    `Liên Thông: ${dossiers === 1 ? 'one land transfer' : `${dossiers} land transfers`} (1.013831), from the desk to the certificate, on ${instantText(demo.at).slice(0, 16)}`,
  );
  const stage = { console, signal, startedAt };
  try {
    const completed = demo.running
      ? await playOnRunningStack(demo.running, demo, stage)
      : await playOnOwnStack(demo, stage);
    return completed ? 0 : FAILED;
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
  else if (error instanceof InfrastructureMissing) say(`PostgreSQL and Kafka could not be had:\n${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(report(error)),
);
