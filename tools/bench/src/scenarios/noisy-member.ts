import type { BenchContext, Scenario, ScenarioResult } from '../scenario';
import { AWAY, Beside, besideResult, NOISY } from './beside';
import { eventually } from '../stage/eventually';

const QUOTA = 20;
const TIMES = 20;
const DRAINED_WITHIN_MS = 120_000;

/** What a member that writes far more than it may costs the others. */
export const noisyMember: Scenario = {
  name: 'noisy-member',
  summary: `single messages of others, without and with a member at ${TIMES} × its quota on Kafka`,
  async run(context: BenchContext): Promise<ScenarioResult> {
    const beside = await Beside.open(context);
    let [allowed, taken] = [0, 0];
    try {
      await beside.member(AWAY, "transport = 'pull'");
      const compared = await beside.compare({
        without: () => beside.p99(),
        with: async () => {
          const records = beside.aside.sign((beside.stretchMs / 1_000) * QUOTA * TIMES);
          await beside.member(NOISY, 'quota = $2', [{ messagesPerSecond: QUOTA }]);
          const before = await beside.judged();
          const startedAt = performance.now();
          const p99 = await beside.p99(() => beside.aside.write(records, QUOTA * TIMES));
          allowed += ((performance.now() - startedAt) / 1_000) * QUOTA;
          taken += (await beside.judged()) - before;
          await beside.member(NOISY, 'quota = null');
          await eventually(async () => (await beside.judged()) >= before + records.length, {
            ...{ timeoutMs: DRAINED_WITHIN_MS, signal: context.signal },
            describe: () => 'what the noisy member wrote is not accepted',
          });
          return p99;
        },
      });
      const goals = [{ goal: 'all it wrote is accepted in the end, nothing refused', measured: 'all', met: true }];
      return besideResult(compared, { goals, facts: { quotaPerSecond: QUOTA, takenToQuota: taken / allowed } });
    } finally {
      await beside.close();
    }
  },
};
