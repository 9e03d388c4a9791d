import 'reflect-metadata';
import { runCli } from './cli';
import { readCliConfig } from './cli.config';

void runCli(process.argv.slice(2), readCliConfig(), {
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
}).then((code) => (process.exitCode = code));
