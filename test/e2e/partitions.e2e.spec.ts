import { setTimeout as delay } from 'node:timers/promises';
import { sizeOf, TcpProxy, testInfrastructure } from '@lienthong/testing';
import type { ServiceName } from '../../tools/local-infra/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier, playStory } from './support/story';

const CUT_OFF = ['land-registry', 'tax', 'integration-bus'] as const;
type CutOff = (typeof CUT_OFF)[number];

interface Networks {
  readonly database: TcpProxy;
  readonly broker: TcpProxy;
}

const DOSSIERS = 6;
/** Time for the first messages of a story to be on their way. */
const UNDER_WAY_MS = 150;
/** After a heal everything goes on within 30 s, also what hung in connections that nobody had closed; then the story ends. */
const ENDED_AT_MOST_MS = 30_000 + 15_000;

describe('a network between one service and its database and broker', () => {
  const networks = new Map<CutOff, Networks>();
  let e2e: E2eStack;
  let played = 0;
  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    for (const service of CUT_OFF) {
      const [database, broker] = await Promise.all([TcpProxy.toPostgres(postgres), TcpProxy.toKafka(kafka)]);
      networks.set(service, { database, broker });
    }
    e2e = await E2eStack.start({
      env: (service, run): Record<string, string> => {
        const network = networks.get(service as CutOff);
        const url = run.databases.get(service)?.appUrl;
        if (!network || !url) return {};
        return { DATABASE_URL: network.database.through(url), KAFKA_BROKERS: network.broker.address };
      },
    });
  });
  afterAll(async () => {
    for (const { database, broker } of networks.values()) for (const one of [database, broker]) one.heal();
    await e2e?.close();
    for (const { database, broker } of networks.values()) await Promise.all([database.close(), broker.close()]);
  });

  const faults = CUT_OFF.flatMap((service) => (['cut', 'halfOpen'] as const).map((how) => [service, how] as const));

  it.each(faults)('(%s: %s) heals without loss, repetition or a parked message (F22)', async (service, how) => {
    const parts = Object.values(networks.get(service) ?? {}) as TcpProxy[];
    const before = parts.map(({ counts }) => counts.connections);
    const files = Array.from({ length: DOSSIERS }, () => freshDossier(e2e.today));
    const playing = playStory(e2e, files, true);
    await delay(UNDER_WAY_MS);
    for (const part of parts) part[how]();
    await delay(sizeOf('partitionMs'));
    for (const part of parts) part.heal();
    const healedAt = performance.now();
    const { totals } = await playing;
    expect(totals).toMatchObject({ completed: DOSSIERS, failed: 0, messages: DOSSIERS * 18, parked: 0 });
    expect(performance.now() - healedAt).toBeLessThan(ENDED_AT_MOST_MS);
    parts.forEach(({ counts }, i) => expect(counts.connections).toBeGreaterThan(before[i] as number));
    played += DOSSIERS;
    const [booked] = await e2e.rows<{ n: string }>('treasury', 'select count(*) as n from booking');
    expect(Number(booked?.n)).toBe(2 * played);
    const parked = e2e.stack.services.map(({ name }) => name).filter((name) => name !== 'integration-bus');
    const waiting = parked.map((name: ServiceName) =>
      e2e.rows(name, 'select 1 from parked union all select 1 from stash'),
    );
    expect((await Promise.all(waiting)).flat()).toEqual([]);
  });
});
