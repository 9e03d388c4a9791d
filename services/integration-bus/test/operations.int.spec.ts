import { instantText } from '@lienthong/kernel';
import { Clock } from '@lienthong/kernel';
import { createKafka, topicNames } from '@lienthong/messaging';
import type { ProbeResult } from '@lienthong/service-host';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { TopicListener } from './topic-listener.mother';

/** What an operator sees of the bus. */
describe('an operator of the bus', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000' });
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await topics.stop();
    await bus.stop();
  });

  const send = async (recipient: string, count: number): Promise<void> => {
    const to = [{ member: recipient, office: 'bien-hoa' }];
    const wishes = Array.from({ length: count }, () => ({ dossierCode: dossier((number += 1)), sequence: 1, to }));
    await bus.exchange.process(bus.member('tax').notices(wishes));
  };
  const figures = async (name: string): Promise<Record<string, number>> => {
    const { body } = await (await bus.api('monitor')).get<string>('/metrics');
    const found: Record<string, number> = {};
    for (const [, labels = '', value] of body.matchAll(new RegExp(`^lienthong_${name}\\{([^}]*)\\} (\\S+)$`, 'gm'))) {
      const label = (wanted: string): string => new RegExp(`${wanted}="([^"]*)"`).exec(labels)?.[1] ?? '';
      found[`${label('recipient') || label('relay')} ${label('state')}`.trim()] = Number(value);
    }
    return found;
  };
  const probes = async (): Promise<{ status: number; probes: Record<string, ProbeResult> }> => {
    const answer = await fetch(`http://127.0.0.1:${bus.running.port}/health/ready`);
    const { probes: found } = (await answer.json()) as { probes: Record<string, ProbeResult> };
    return { status: answer.status, probes: found };
  };

  it('sees how much waits for whom and since when, what is in flight, and what the recipient set aside', async () => {
    await bus.setState('land-registry', 'suspended');
    await send('land-registry', 3);
    jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + 3_600_000));
    await eventually(async () => (await figures('bus_open_deliveries'))['land-registry waiting'] === 3);
    expect((await figures('bus_open_deliveries_oldest_seconds'))['land-registry waiting']).toBeGreaterThanOrEqual(
      3_600,
    );
    await bus.setState('land-registry', 'active');
    await eventually(async () => (await figures('bus_open_deliveries'))['land-registry produced'] === 3);
    const [first] = topics.at('land-registry');
    const item = {
      ...{ logId: first?.headers.ce_logid ?? '', sender: 'tax', id: first?.headers.ce_id ?? '' },
      ...{ stream: first?.key ?? '', deliverySequence: 1, at: instantText(new Date()), cause: 'x' },
    };
    await bus.exchange.process(bus.member('land-registry').acknowledgement([{ ...item, outcome: 'parked' }]));
    await eventually(async () => (await figures('bus_open_deliveries'))['land-registry parked'] === 1);
    expect(await figures('bus_open_deliveries')).toMatchObject({
      ...{ 'land-registry waiting': 0, 'land-registry produced': 2, 'intake waiting': 0 },
    });
    expect(await figures('relay_rows_total')).toEqual({ deliveries: 3 });
  });

  it('is told which topic is held back and why, while the bus stays ready and delivers to all others', async () => {
    await bus.administer(
      `insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
       select sender, 'intake', type, purpose, legal_basis, true, valid_from, log_id from grant_row where type = $1`,
      [specNotice.type],
    );
    const missing = topicNames(bus.topicPrefix).in('intake');
    const admin = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'bus-spec' }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [missing] });
    await admin.disconnect();
    await send('intake', 1);
    const told = await eventually(
      async () => {
        const found = await probes();
        return String(found.probes.deliveries?.facts?.heldBack).startsWith(missing) && found;
      },
      { timeoutMs: 60_000, describe: 'the topic to be held back' },
    );
    expect(told.status).toBe(200);
    expect(told.probes.deliveries).toMatchObject({
      ...{ ready: true, facts: { heldBack: `${missing}: the topic does not exist`, role: 'leading' } },
    });
    const before = topics.at('land-registry').length;
    await send('land-registry', 2);
    await eventually(() => topics.at('land-registry').length === before + 2, { describe: 'the others’ deliveries' });
  });
});
