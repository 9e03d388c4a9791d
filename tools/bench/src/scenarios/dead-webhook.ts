import { createServer, type AddressInfo } from 'node:net';
import { mintToken } from '@lienthong/service-host';
import { type BenchContext, InvalidRun, type Scenario, type ScenarioResult } from '../scenario';
import { AWAY, Beside, besideResult } from './beside';

const PER_SECOND = 20;
/** Connections to the database are what the bus's workers share. */
const WORKERS = 8;
const GOAL_SHARE = 0.01;

/** What a webhook that takes every connection and never answers costs the others. */
export const deadWebhook: Scenario = {
  name: 'dead-webhook',
  summary: 'single messages of others, while as many go to a member that is away and to one whose webhook is dead',
  async run(context: BenchContext): Promise<ScenarioResult> {
    const hole = createServer(() => undefined);
    await new Promise<void>((resolve) => hole.listen(0, '127.0.0.1', resolve));
    const { port } = hole.address() as AddressInfo;
    const beside = await Beside.open(context, { WEBHOOK_NETWORKS: '127.0.0.0/8' });
    let [busySeconds, seconds] = [0, 0];
    try {
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
      const compared = await beside.compare({
        without: side("transport = 'pull', webhook_url = null"),
        with: side("transport = 'webhook', webhook_url = $2", [`http://127.0.0.1:${port}/`]),
      });
      if (busySeconds === 0) throw new InvalidRun('the dead webhook was never tried');
      const share = busySeconds / (seconds * WORKERS);
      const goal = {
        goal: 'the dead webhook takes < 1 % of the workers’ time',
        measured: `${(share * 100).toFixed(3)} %`,
      };
      return besideResult(compared, { goals: [{ ...goal, met: share < GOAL_SHARE }], facts: { busySeconds, seconds } });
    } finally {
      await beside.close();
      hole.close();
    }
  },
};

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
