import { setTimeout as delay } from 'node:timers/promises';
import { ApiClient, eventually, TcpProxy, testInfrastructure } from '@lienthong/testing';
import { type DossierView, PROCEDURE, positionOf, registerParcels, roles, setPolicies } from '../../tools/demo/src';
import { E2eStack } from './support/e2e-stack';
import { freshDossier, playStory } from './support/story';

/** The services through which a land transfer passes. */
const LAND_CHAIN = ['integration-bus', 'intake', 'land-registry', 'tax', 'treasury', 'collecting-bank'] as const;
/** Long enough for a message to pass if anything still carried it. */
const QUIET_MS = 1_500;

describe('services that come and go', () => {
  let network: TcpProxy;
  let e2e: E2eStack;
  beforeAll(async () => {
    network = await TcpProxy.toKafka(testInfrastructure().kafka);
    network.cut();
    e2e = await E2eStack.prepare({ brokers: network.address });
  });
  afterAll(async () => {
    await e2e?.close();
    await network?.close();
  });

  it('become ready although they start in reverse order and before the broker', async () => {
    for (const service of [...e2e.stack.services].reverse()) service.start();
    for (const { name } of e2e.stack.services) {
      const url = await e2e.stack.service(name).listening();
      await eventually(async () => (await new ApiClient(url).get('/health/live')).status === 200, {
        describe: `${name} is live without a broker`,
      });
      expect((await new ApiClient(url).get('/health/ready')).status).toBe(503);
    }
    network.heal();
    await e2e.stack.ready();
    const document = await playStory(e2e, [freshDossier(e2e.today)], false);
    expect(document.totals).toMatchObject({ completed: 1, parked: 0 });
  });

  it('halt a dossier at the next hop while the bus is stopped, and go on with the same message when it returns (F22)', async () => {
    const file = freshDossier(e2e.today);
    const agencies = e2e.agencies();
    const offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    await setPolicies(agencies, offices, true);
    await registerParcels(agencies, offices, [file]);
    const bus = e2e.stack.service('integration-bus');
    await bus.stop();

    const clerk = roles.deskClerk(offices.intake);
    const { code } = await agencies.post<DossierView>(clerk, '/dossiers', {
      procedure: PROCEDURE,
      sellers: file.sellers,
      buyers: file.buyers,
      contract: file.contract,
      certificate: file.certificate,
      parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
      submitter: { name: file.buyers[0]?.name },
    });
    const sent = await eventually(
      async () => {
        const sql = 'select id, sent_at is not null as sent from outbox where subject = $1';
        const [row] = await e2e.rows<{ id: string; sent: boolean }>('intake', sql, [code]);
        return row?.sent && row;
      },
      { describe: 'the forwarded dossier in intake.out' },
    );
    await delay(QUIET_MS);
    expect(await e2e.rows('land-registry', 'select 1 from inbox where stream = $1', [`dossier:${code}`])).toEqual([]);
    const halted = await agencies.get<DossierView>(clerk, `/dossiers/${code}`);
    expect(halted.state).not.toBe(10);

    bus.start();
    await eventually(async () => (await agencies.get<DossierView>(clerk, `/dossiers/${code}`)).state === 10, {
      timeoutMs: 60_000,
      describe: async () => JSON.stringify(await agencies.get(clerk, `/dossiers/${code}`)),
    });
    expect(await e2e.rows('land-registry', 'select 1 from parked')).toEqual([]);
    expect(await e2e.rows('land-registry', 'select 1 from inbox where id = $1', [sent.id])).toHaveLength(1);
  });

  it('lose and double nothing when every service of the chain is killed in the middle of ten dossiers (F22)', async () => {
    const playing = playStory(
      e2e,
      Array.from({ length: 10 }, () => freshDossier(e2e.today)),
      false,
    );
    for (const name of LAND_CHAIN) {
      await delay(300);
      const service = e2e.stack.service(name);
      await service.kill();
      service.start();
    }
    const document = await playing;
    expect(document.totals).toMatchObject({ completed: 10, failed: 0, messages: 180, parked: 0 });
    const [booked] = await e2e.rows<{ n: string }>('treasury', 'select count(*) as n from booking');
    expect(Number(booked?.n)).toBe(2 * (10 + 2));
  });
});
