import { eventually, sizeOf, type TestServiceProcess } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';

const PULLERS = 4;
const PER_DOSSIER = 10;
const KILLS = 3;
const LONGEST_MS = 600_000;

/** The bus loses its power while members pull from it (A11, promise 3). */
describe('a bus that is killed while four pullers pull', () => {
  let bus: SpecBus;
  let process: TestServiceProcess;
  let url = '';
  beforeAll(async () => {
    bus = await SpecBus.start();
    await bus.administer("update member set transport = 'pull' where code = 'land-registry'");
  });
  afterAll(async () => {
    await process?.stop();
    await bus.stop();
  });

  const start = async (): Promise<void> => {
    process = bus.process();
    url = await process.url();
  };

  it(
    'has each message acknowledged once, in the order of its dossier',
    async () => {
      const count = sizeOf('messagesOfKilledBus');
      const dossiers = Array.from({ length: count / PER_DOSSIER }, (_, i) => dossier(i + 1));
      const numbers = Array.from({ length: PER_DOSSIER }, (_, i) => i + 1);
      const tax = bus.member('tax');
      for (const dossierCode of dossiers) {
        await bus.exchange.process(tax.notices(numbers.map((sequence) => ({ dossierCode, sequence }))));
      }
      const member = new HttpMember(bus, 'land-registry', () => url);
      await bus.running.stop();
      await start();

      const acknowledged = new Set<string>();
      let [isOver, broken] = [false, 0];
      const puller = async (): Promise<void> => {
        while (!isOver) {
          try {
            const { messages } = await member.lease({ max: 8, waitSeconds: 1, leaseSeconds: 2 });
            if (messages.length > 0) await member.acknowledge(messages);
            for (const { logid } of messages) acknowledged.add(logid);
          } catch {
            broken += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      };
      const pullers = Array.from({ length: PULLERS }, puller);
      for (let kill = 1; kill <= KILLS; kill += 1) {
        const soFar = (count * kill) / (KILLS + 1);
        await eventually(() => acknowledged.size >= soFar, {
          timeoutMs: LONGEST_MS / KILLS,
          describe: () => `${soFar} acknowledged, ${acknowledged.size} are\n${process.log}`,
        });
        await process.kill();
        await start();
      }
      // what was committed when the line broke is not told any more: nobody gets it again
      const isEmpty = async (): Promise<boolean> => {
        const { messages } = await member.lease({ max: 1, waitSeconds: 4, leaseSeconds: 1 });
        return messages.length === 0;
      };
      await eventually(isEmpty, {
        timeoutMs: LONGEST_MS,
        describe: () => `all to be acknowledged, ${acknowledged.size} are`,
      });
      isOver = true;
      await Promise.all(pullers);
      await process.stop();
      await bus.startAgain();

      expect(broken).toBeGreaterThanOrEqual(KILLS);
      const [seen] = await bus.rows(
        "select count(*)::int as n, count(*) filter (where outcome = 'handled')::int as handled from delivery",
      );
      expect(seen).toEqual({ n: count, handled: count });
      // a dossier's later message was never acknowledged by an earlier entry of the log
      const turned = await bus.rows(
        `select 1 from delivery a join delivery b on a.stream = b.stream and a.seq < b.seq and a.ack_log_id > b.ack_log_id`,
      );
      expect(turned).toEqual([]);
      // none was answered a second time with another word
      expect(await bus.rows('select 1 from delivery_word')).toEqual([]);
    },
    LONGEST_MS,
  );
});
