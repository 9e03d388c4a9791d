import { resolve } from 'node:path';
import { gates } from './gates.data';
import { runGates, type GateResult } from './run-gate';

const LANES = 2;
/** From dist/tools/verify/src to the root of the repository. */
const folder = resolve(__dirname, '../../../..');

void verify();

async function verify(): Promise<void> {
  const results = await runGates(gates, { folder, lanes: LANES, report });
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
