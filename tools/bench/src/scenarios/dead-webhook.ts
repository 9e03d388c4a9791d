import { createServer as createHttpServer, type ServerResponse } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { mintToken } from '@lienthong/service-host';
import { type BenchContext, InvalidRun, type Scenario, type ScenarioResult } from '../scenario';
import type { Interleaved } from '../measure/interleave';
import { AWAY, Beside, besideResult } from './beside';

const PER_SECOND = 20;
/** Connections to the database are what the bus's workers share. */
const WORKERS = 8;
const GOAL_SHARE = 0.01;

interface Dead {
  readonly way: string;
  readonly fact: string;
  readonly listen: () => Server;
}

/** Two ways to be dead: a webhook that takes every connection and never answers, and one that quickly answers 404 to everything. */
const DEAD: readonly Dead[] = [
  { way: 'that never answers', fact: 'busySecondsWithoutAnswers', listen: () => createServer(() => undefined) },
  {
    ...{ way: 'that answers 404 at once', fact: 'busySecondsWithRefusals' },
    listen: () => createHttpServer((request, response) => void request.resume().on('end', () => gone(response))),
  },
];

/** What webhooks that are dead cost the others. */
export const deadWebhook: Scenario = {
  name: 'dead-webhook',
  summary: 'single messages of others, while as many go to a member that is away and to one whose webhook is dead',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const beside = await Beside.open(context, { WEBHOOK_NETWORKS: '127.0.0.0/8' });
    try {
      const results: ScenarioResult[] = [];
      for (const dead of DEAD) results.push(await besideDead(beside, dead));
      const [worst] = [...results].sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0)) as [ScenarioResult];
      const facts = Object.assign({}, ...results.map((result) => result.facts)) as NonNullable<ScenarioResult['facts']>;
      return { ...worst, goals: results.flatMap(({ goals }) => goals), facts };
    } finally {
      await beside.close();
    }
  },
};

async function besideDead(beside: Beside, dead: Dead): Promise<ScenarioResult> {
  const server = dead.listen();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let [busySeconds, seconds] = [0, 0];
  const side =
    (change: string, values: readonly unknown[] = []) =>
    async (): Promise<number> => {
      await beside.member(AWAY, change, values);
      const records = beside.aside.sign((beside.stretchMs / 1_000) * PER_SECOND);
      const [busyBefore, startedAt] = [await busySecondsOf(beside), performance.now()];
      const p99 = await beside.p99(() => beside.aside.write(records, PER_SECOND));
      if (values.length > 0) {
        busySeconds += (await busySecondsOf(beside)) - busyBefore;
        seconds += (performance.now() - startedAt) / 1_000;
      }
      return p99;
    };
  try {
    const compared = await beside.compare({
      without: side("transport = 'pull', webhook_url = null"),
      with: side("transport = 'webhook', webhook_url = $2", [`http://127.0.0.1:${port}/`]),
    });
    return resultOf(compared, dead, { busySeconds, seconds });
  } finally {
    server.close();
  }
}

function resultOf(
  compared: Interleaved,
  { way, fact }: Dead,
  { busySeconds, seconds }: { readonly busySeconds: number; readonly seconds: number },
): ScenarioResult {
  if (busySeconds === 0) throw new InvalidRun(`the webhook ${way} was never tried`);
  const share = busySeconds / (seconds * WORKERS);
  const goal = `the webhook ${way} takes < 1 % of the workers’ time`;
  const goals = [{ goal, measured: `${(share * 100).toFixed(3)} %`, met: share < GOAL_SHARE }];
  const result = besideResult(compared, { goals, facts: { [fact]: busySeconds, seconds } });
  return {
    ...result,
    goals: result.goals.map((one) => (one.goal === goal ? one : { ...one, goal: `${one.goal} (${way})` })),
  };
}

function gone(response: ServerResponse): void {
  response.writeHead(404).end();
}

/** Time of database connections that the dead webhook took. */
async function busySecondsOf({ line: { place } }: Beside): Promise<number> {
  const wish = { person: 'bus-operator-centre', member: 'integration-bus', office: 'centre', roles: ['monitor'] };
  const headers = { authorization: `Bearer ${await mintToken(place.home, wish)}` };
  const answer = await fetch(`${place.busUrl}/metrics`, { headers });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const line = new RegExp(
    `^lienthong_bus_webhook_busy_seconds_total\\{[^}]*recipient="${AWAY}"[^}]*\\} (\\S+)$`,
    'm',
  ).exec(text);
  return Number(line?.[1] ?? 0);
}
