import { runCommand } from '../../demo/src';
import { bench } from './bench';
import { readBenchOptions, usage } from './options';

runCommand({
  usage,
  prepare: (args) => {
    const options = readBenchOptions(args);
    return {
      json: options.json,
      run: async ({ console, signal }) => {
        const document = await bench(options, console, signal);
        if (options.json) process.stdout.write(`${JSON.stringify(document)}\n`);
        return Object.keys(document.invalid).length === 0;
      },
    };
  },
});
