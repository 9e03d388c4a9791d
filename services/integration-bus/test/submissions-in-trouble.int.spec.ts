import { HTTP } from 'cloudevents';
import { connect, type Socket } from 'node:net';
import type { AppError } from '@lienthong/kernel';
import { eventually, TcpProxy, testInfrastructure } from '@lienthong/testing';
import { type HttpEvent, eventOf } from '../src/http-members/event-media.rules';
import { Submissions } from '../src/http-members/submissions';
import { integrationBusService } from '../src/integration-bus.service-definition';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';

const WITHIN_MS = 1_500;

/** What is submitted over bad lines, and while the database is away (A09, A13). */
describe('a message submitted by HTTP', () => {
  let bus: SpecBus;
  let tax: HttpMember;
  let database: TcpProxy;
  let next = 0;
  beforeAll(async () => {
    const { rawBody } = integrationBusService;
    if (rawBody) jest.replaceProperty(integrationBusService, 'rawBody', { ...rawBody, withinMs: WITHIN_MS });
    database = await TcpProxy.toPostgres(testInfrastructure().postgres);
    bus = await SpecBus.start({ SUBMIT_WITHIN_MS: '500' }, (url) => database.through(url));
    tax = new HttpMember(bus, 'tax');
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await bus.stop();
    await database.close();
  });

  const anEvent = (): ReturnType<HttpMember['event']> => tax.event({ dossierCode: dossier((next += 1)), sequence: 1 });
  const isReady = async (): Promise<boolean> =>
    (await fetch(`http://127.0.0.1:${bus.running.port}/health/ready`)).status === 200;
  const entriesOf = async (ids: readonly string[]): Promise<number> =>
    (await bus.rows('select 1 from log_entry where id = any($1)', [ids])).length;

  it('while the database is away is answered 503 with the time to wait, and again afterwards is taken over once', async () => {
    const events = Array.from({ length: 20 }, anEvent);
    database.cut();
    const refused = await Promise.all(events.map((event) => tax.submit(event)));
    for (const answer of refused) {
      expect(answer).toMatchObject({ status: 503, body: { code: 'persistence.UNAVAILABLE' } });
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    }
    database.heal();
    await eventually(isReady, { timeoutMs: 60_000, describe: 'the bus to be ready again' });
    expect(await entriesOf(events.map(({ id }) => id))).toBe(0);
    for (const event of [...events, ...events]) {
      expect(await tax.submit(event)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
    }
    expect(await entriesOf(events.map(({ id }) => id))).toBe(20);
  });

  it('just when the database goes away is taken over or not, never twice: asked again it is answered as it was', async () => {
    const events = Array.from({ length: 60 }, anEvent);
    const answers = Promise.all(events.map((event) => tax.submit(event)));
    await eventually(async () => (await entriesOf(events.map(({ id }) => id))) > 0);
    database.cut();
    const before = await answers;
    database.heal();
    await eventually(isReady, { timeoutMs: 60_000, describe: 'the bus to be ready again' });
    const after = await Promise.all(events.map((event) => tax.submit(event)));
    after.forEach(({ text }, i) => {
      const told = before[i];
      if (told?.status === 202) expect(text).toBe(told.text);
    });
    expect(after.map(({ status }) => status)).toEqual(events.map(() => 202));
    expect(await entriesOf(events.map(({ id }) => id))).toBe(60);
  });

  it('that cannot be taken now is told why: too many come, its number waits, or its member was suspended meanwhile', async () => {
    const submissions = bus.running.app.get(Submissions);
    const received = (event: ReturnType<HttpMember['event']>): HttpEvent => {
      const { headers, body } = HTTP.binary(event);
      return eventOf(headers, Buffer.from(String(body)));
    };
    const code = (error: unknown): string => (error as AppError).code;
    const event = received(anEvent());
    const queue = Array.from({ length: 2_000 }, () => submissions.submit('tax', event));
    const full = await new Promise((resolve) => resolve(submissions.submit('tax', event))).catch(code);
    expect(full).toBe('integration-bus.SUBMISSIONS_FULL');
    expect(new Set((await Promise.all(queue)).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']));

    const ahead = received(tax.event({ dossierCode: dossier((next += 1)), sequence: 3 }));
    const copies = [submissions.submit('tax', ahead), submissions.submit('tax', ahead).catch(code)];
    expect(await Promise.all(copies)).toMatchObject([{ outcome: 'waiting' }, 'integration-bus.NUMBER_WAITS']);

    await bus.setState('tax', 'suspended');
    const held = await submissions.submit('tax', received(anEvent())).catch(code);
    await bus.setState('tax', 'active');
    expect(held).toBe('integration-bus.MEMBER_SUSPENDED');
  });

  it('a byte now and a byte then is given up in time: 408, the line is closed, nothing is stored, others are served', async () => {
    const event = anEvent();
    const body = JSON.stringify(event);
    const head = [
      ...['POST /messages HTTP/1.1', 'host: bus', `content-length: ${Buffer.byteLength(body)}`],
      ...['content-type: application/cloudevents+json', `authorization: Bearer ${await tax.token()}`, '', ''],
    ].join('\r\n');
    const startedAt = performance.now();
    const lines = Array.from({ length: 50 }, () => new SlowLine(bus.running.port, head, body));
    const other = await tax.submit(anEvent());
    expect(other.status).toBe(202);
    const answers = await Promise.all(lines.map(({ closed }) => closed));
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(WITHIN_MS);
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      expect(answer).toContain('http.BODY_TOO_SLOW');
    }
    expect(await entriesOf([event.id])).toBe(0);
    expect(await tax.submit(event)).toMatchObject({ status: 202, body: { outcome: 'accepted' } });
  });
});

/** Sends a request so slowly that it would take minutes. */
class SlowLine {
  readonly closed: Promise<string>;
  private readonly socket: Socket;

  constructor(port: number, head: string, body: string) {
    this.socket = connect(port, '127.0.0.1', () => this.socket.write(head));
    let sent = 0;
    const drip = setInterval(() => this.socket.write(body.slice(sent, (sent += 1))), 100);
    let answer = '';
    this.socket.on('data', (bytes) => (answer += bytes.toString()));
    this.socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        clearInterval(drip);
        resolve(answer);
      });
    });
  }
}
