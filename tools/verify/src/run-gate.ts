import { spawn } from 'node:child_process';
import type { Gate } from './gates.data';

export interface GateResult {
  readonly gate: Gate;
  readonly passed: boolean;
  readonly elapsedMs: number;
  readonly output: string;
}

/** Runs one gate to its end; a gate that cannot be started has failed. */
export function runGate(gate: Gate, folder: string): Promise<GateResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, gate.command, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    const end = (passed: boolean, extra = ''): void =>
      resolve({
        gate,
        passed,
        elapsedMs: performance.now() - startedAt,
        output: Buffer.concat(chunks).toString('utf8') + extra,
      });
    child.once('error', (error) => end(false, error.message));
    child.once('close', (code) => end(code === 0));
  });
}

/** Runs the gates in the given number of lanes, reporting each as it ends. */
export async function runGates(
  gates: readonly Gate[],
  options: { readonly folder: string; readonly lanes: number; report(result: GateResult): void },
): Promise<readonly GateResult[]> {
  const waiting = [...gates];
  const results: GateResult[] = [];
  const lane = async (): Promise<void> => {
    for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
      const result = await runGate(gate, options.folder);
      results.push(result);
      options.report(result);
    }
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
  return results;
}
