import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gatesWithout } from './gates.data';
import { runGates, type GateResult } from './run-gate';

const LANES = 2;
/** From dist/tools/verify/src to the root of the repository. */
const folder = resolve(__dirname, '../../../..');

void verify();

/** `--without NAME` leaves out a gate that whoever asks runs otherwise. */
async function verify(): Promise<void> {
  const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
  const results = await runGates(gatesWithout(values.without), { folder, lanes: LANES, report });
  const failed = results.filter((result) => !result.passed).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

function report({ gate, passed, elapsedMs, output }: GateResult): void {
  console.log(
    `${passed ? 'ok    ' : 'FAILED'}  ${gate.name.padEnd(24)} ${(elapsedMs / 1000).toFixed(1).padStart(6)} s`,
  );
  if (!passed) console.log(output.trimEnd());
}
