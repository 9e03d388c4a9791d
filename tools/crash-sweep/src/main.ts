import { writeFileSync } from 'node:fs';
import { Console, interruptSignal, WrongInput } from '../../demo/src';
import { InfrastructureMissing } from '../../local-infra/src';
import { readSweepOptions, usage } from './options';
import { passes, printReport } from './report';
import { Sweep } from './sweep';

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage);
    return 0;
  }
  const options = readSweepOptions(args);
  const console = new Console(options.json);
  const signal = interruptSignal(() => console.line('stopping (Ctrl-C again ends at once)'));
  const sweep = new Sweep(options, console, signal);
  try {
    const report = await sweep.run();
    printReport(console, report, sweep.findings);
    if (options.history !== undefined) await writeHistory(options.history, sweep);
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    return passes(report, options) ? 0 : FAILED;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await sweep.close();
  }
}

async function writeHistory(file: string, sweep: Sweep): Promise<void> {
  const events = await sweep.history();
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
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
