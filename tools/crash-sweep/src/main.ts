import { writeFileSync } from 'node:fs';
import { runCommand, type Scene } from '../../demo/src';
import { readSweepOptions, type SweepOptions, usage } from './options';
import { passes, printReport } from './report';
import { Sweep } from './sweep';

runCommand({
  usage,
  prepare: (args) => {
    const options = readSweepOptions(args);
    return { json: options.json, run: (scene) => sweepThrough(options, scene) };
  },
});

async function sweepThrough(options: SweepOptions, { console, signal }: Scene): Promise<boolean> {
  const sweep = new Sweep(options, console, signal);
  try {
    const report = await sweep.run();
    printReport(console, report, sweep.findings);
    if (options.history !== undefined) await writeHistory(options.history, sweep);
    if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
    return passes(report, options);
  } finally {
    await sweep.close();
  }
}

async function writeHistory(file: string, sweep: Sweep): Promise<void> {
  const events = await sweep.history();
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
}
