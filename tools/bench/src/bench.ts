import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDevelopmentKeys } from '@lienthong/service-host';
import type { Console } from '../../demo/src';
import { startInfrastructure } from '../../local-infra/src';
import { type Machine, machineOf } from './measure/machine';
import type { BenchOptions } from './options';
import { printResult } from './report/print-result';
import { InvalidRun, type Scenario, type ScenarioName, type ScenarioResult } from './scenario';
import { scenarios } from './scenarios';

export interface BenchDocument {
  readonly version: 1;
  readonly machine: Machine;
  readonly quick: boolean;
  readonly seconds: number;
  readonly scenarios: Readonly<Partial<Record<ScenarioName, ScenarioResult>>>;
  /** Scenarios whose run did not add up, with what was seen: they have no figure. */
  readonly invalid: Readonly<Partial<Record<ScenarioName, string>>>;
}

/** Runs the scenarios one after another on one PostgreSQL and one broker. */
export async function bench(options: BenchOptions, console: Console, signal: AbortSignal): Promise<BenchDocument> {
  const startedAt = performance.now();
  const infra = await startInfrastructure({ log: (text) => console.line(text), signal });
  const home = mkdtempSync(join(tmpdir(), 'lienthong-bench-'));
  const results = new Map<ScenarioName, ScenarioResult>();
  const invalid: Partial<Record<ScenarioName, string>> = {};
  const machine = machineOf(infra);
  console.line(
    `${machine.cores} × ${machine.cpu}, Node ${machine.node}, PostgreSQL ${machine.postgres}, Kafka ${machine.kafka}`,
  );
  try {
    await ensureDevelopmentKeys(home);
    for (const scenario of chosen(options)) {
      signal.throwIfAborted();
      const begunAt = performance.now();
      console.line(`\n${scenario.name}: ${scenario.summary}`);
      try {
        const { quick, durationMs, rate } = options;
        const wishes = { ...(durationMs !== undefined && { durationMs }), ...(rate !== undefined && { rate }) };
        const result = await scenario.run({ infra, console, signal, home, quick, results, ...wishes });
        results.set(scenario.name, result);
        printResult(console, result);
        console.line(`  measured in ${Math.round((performance.now() - begunAt) / 1_000)} s`);
      } catch (error) {
        if (!(error instanceof InvalidRun)) throw error;
        invalid[scenario.name] = error.message;
        console.line(`  ✘ no figure: ${error.message}`);
      }
    }
  } finally {
    await infra.stop();
    rmSync(home, { recursive: true, force: true });
  }
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  return { version: 1, machine, quick: options.quick, seconds, scenarios: Object.fromEntries(results), invalid };
}

function chosen({ scenarios: names }: BenchOptions): readonly Scenario[] {
  return scenarios.filter(({ name }) => names.includes(name));
}
