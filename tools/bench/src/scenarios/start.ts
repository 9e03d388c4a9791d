import { DEFAULT_AT } from '../../../demo/src';
import { newRunId, provisionRun, serviceNames, startStack } from '../../../local-infra/src';
import { useOf } from '../measure/process-use';
import { spreadOf } from '../measure/spread';
import type { BenchContext, ProcessUse, Scenario, ScenarioResult } from '../scenario';

const ROUNDS = 3;
const MOST_MS = 6_000;

/** One start, from a server and a broker that stand to the last service that is ready. */
interface Start {
  /** Databases, roles and migrations. */
  readonly provisionMs: number;
  /** From the first process to the last answer of /health/ready. */
  readonly servicesMs: number;
  readonly readyAfterMs: ReadonlyMap<string, number>;
  readonly processes: readonly ProcessUse[];
}

/** How long `npm start` takes with a warm cache, once database and broker stand. */
export const start: Scenario = {
  name: 'start',
  summary: 'from database and broker up to every service ready: databases made and migrated, services started',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const starts: Start[] = [];
    for (let round = 0; round < ROUNDS; round += 1) starts.push(await startOnce(context));
    return resultOf(starts);
  },
};

/** The same calls as `npm start`, in the same order. */
async function startOnce({ infra, home, signal, console }: BenchContext): Promise<Start> {
  const clockOffsetMs = Date.parse(DEFAULT_AT) - Date.now();
  const startedAt = performance.now();
  const run = await provisionRun({ infra, runId: newRunId(), services: serviceNames, home, clockOffsetMs, signal });
  const provisionedAt = performance.now();
  const readyAfterMs = new Map<string, number>();
  const stack = await startStack({
    ...{ infra, run, clockOffsetMs, home, ports: 'free', signal },
    onReady: ({ name }, afterMs) => void readyAfterMs.set(name, afterMs),
  });
  const readyAt = performance.now();
  const processes = stack.services.map(({ name, pid }) => useOfStart(name, pid, readyAt - provisionedAt));
  await stack.stop();
  await run.drop().catch((error: Error) => console.line(`left behind: ${error.message}`));
  return { provisionMs: provisionedAt - startedAt, servicesMs: readyAt - provisionedAt, readyAfterMs, processes };
}

function useOfStart(process: string, pid: number | undefined, elapsedMs: number): ProcessUse {
  const { cpuMs, rssMb } = (pid === undefined ? undefined : useOf(pid)) ?? { cpuMs: 0, rssMb: 0 };
  return { process, cpuCores: cpuMs / elapsedMs, rssMb };
}

function resultOf(starts: readonly Start[]): ScenarioResult {
  const seconds = (of: (start: Start) => number) => spreadOf(starts.map((start) => of(start) / 1_000));
  const all = seconds(({ provisionMs, servicesMs }) => provisionMs + servicesMs);
  const services = serviceNames.map((service) => [
    `${service}ReadyS`,
    seconds(({ readyAfterMs }) => readyAfterMs.get(service) ?? Number.NaN).median,
  ]);
  return {
    unit: 's until all are ready',
    ours: all.median,
    spread: { ours: all },
    goals: [
      {
        goal: `all services ready at most ${MOST_MS / 1_000} s after broker and database, databases made and migrated in it`,
        measured: `${all.median.toFixed(2)} s`,
        met: all.median * 1_000 <= MOST_MS,
      },
    ],
    processes: starts.at(-1)?.processes ?? [],
    facts: {
      provisionAndMigrateS: seconds(({ provisionMs }) => provisionMs).median,
      servicesS: seconds(({ servicesMs }) => servicesMs).median,
      ...(Object.fromEntries(services) as Record<string, number>),
    },
  };
}
