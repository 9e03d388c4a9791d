import { Console, interruptSignal, WrongInput } from '../../demo/src';
import { InfrastructureMissing } from '../../local-infra/src';
import { bench } from './bench';
import { readBenchOptions, usage } from './options';

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const options = readBenchOptions(args);
  const console = new Console(options.json);
  const signal = interruptSignal(() => console.line('stopping (Ctrl-C again ends at once)'));
  try {
    const document = await bench(options, console, signal);
    if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
    return Object.keys(document.invalid).length === 0 ? 0 : FAILED;
  } catch (error) {
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
  if (error instanceof InfrastructureMissing) say(`PostgreSQL and Kafka could not be had:\n${error.message}`);
  else say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return FAILED;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(report(error)),
);
