import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { IntegrationBusConfig } from '../integration-bus.config';
import { NameResolver, type ResolvedAddress } from './name-resolver';
import { WebhookClient } from './webhook-client';
import type { WebhookFailure } from './webhook-failure';

/** A network of the province's own; all else of this machine is inside. */
const OURS = '127.0.0.2';
const INSIDE = '127.0.0.1';

/** A port on each address at which the bus could be made to knock: who knocked, by the address. */
class Doors {
  readonly knocks: string[] = [];
  private readonly servers: Server[] = [];
  port = 0;
  /** What the server in our network answers. */
  answer: readonly [status: number, headers: Record<string, string>] = [204, {}];

  async open(): Promise<this> {
    const ours = createHttpServer((_, response) => void response.writeHead(...this.answer).end());
    const inside = (): Server => createServer((socket) => socket.destroy());
    await this.listen(inside(), INSIDE);
    await this.listen(inside(), '::1');
    await this.listen(ours, OURS);
    return this;
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => new Promise((resolve) => server.close(resolve))));
  }

  private async listen(server: Server, address: string): Promise<void> {
    server.on('connection', () => this.knocks.push(address));
    await new Promise<void>((resolve) => server.listen(this.port, address, resolve));
    this.port = (server.address() as AddressInfo).port;
    this.servers.push(server);
  }
}

/** A name server of the spec's own: each question has its answer, the last one for good. */
class SpecNames extends NameResolver {
  asked = 0;

  constructor(private readonly answers: readonly (readonly string[])[]) {
    super();
  }

  override resolve(): Promise<readonly ResolvedAddress[]> {
    const answer = this.answers[Math.min(this.asked, this.answers.length - 1)] ?? [];
    this.asked += 1;
    return Promise.resolve(answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  }
}

describe('the bus that posts to an address that a member chose (A16)', () => {
  let doors: Doors;
  beforeEach(async () => (doors = await new Doors().open()));
  afterEach(() => doors.close());

  const client = (names: NameResolver): WebhookClient =>
    new WebhookClient(
      Object.assign(new IntegrationBusConfig(), { webhookNetworks: [`${OURS}/32`], webhookTimeoutMs: 2_000 }),
      names,
    );
  const post = (names: NameResolver, origin = 'http://hook.example') =>
    client(names).post({ url: `${origin}:${doors.port}/`, headers: {}, body: Buffer.from('{}') });
  const failure = (names: NameResolver, origin?: string): Promise<WebhookFailure> =>
    post(names, origin).then(
      ({ status }) => Promise.reject(new Error(`it was posted, and answered ${status}`)),
      (error: WebhookFailure) => error,
    );
  const refused = { reason: 'its address is not a public one', maybeTaken: false, blame: 'webhook' };

  it('connects to the address that was judged, though the name says another one a moment later', async () => {
    const names = new SpecNames([[OURS], [INSIDE]]);
    expect(await post(names)).toMatchObject({ status: 204 });
    expect([names.asked, doors.knocks]).toEqual([1, [OURS]]);
    expect(await failure(names)).toMatchObject(refused);
    expect([names.asked, doors.knocks]).toEqual([2, [OURS]]);
  });

  it('does so with https as well, before it trusts a certificate', async () => {
    const names = new SpecNames([[OURS], [INSIDE]]);
    expect(await failure(names, 'https://hook.example')).toMatchObject({ maybeTaken: false });
    expect([names.asked, doors.knocks]).toEqual([1, [OURS]]);
  });

  it.each([
    ...['127.0.0.1', '127.0.0.3', '0.0.0.0', '0.1.2.3', '10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254'],
    ...['100.64.0.1', '::1', '::', 'fe80::1', 'fe80::1%lo', 'fc00::1', 'fd00:ec2::254', '64:ff9b::7f00:1'],
    ...['64:ff9b:1::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::ffff:10.0.0.1', '2002:7f00:1::'],
  ])('does not connect at all when one of the addresses of a name is %s', async (address) => {
    expect(await failure(new SpecNames([[address]]))).toMatchObject(refused);
    expect(await failure(new SpecNames([[OURS, address]]))).toMatchObject(refused);
    expect(await failure(new SpecNames([[address, OURS]]))).toMatchObject(refused);
    expect(doors.knocks).toEqual([]);
  });

  it.each([
    ...['http://127.0.0.1', 'http://127.1', 'http://2130706433', 'http://0x7f000001', 'http://0177.0.0.1', 'http://0'],
    ...['http://localhost', 'http://[::1]', 'http://[::ffff:127.0.0.1]', 'http://[::ffff:7f00:1]', 'https://127.0.0.1'],
  ])('does not connect to %s, however it is written', async (origin) => {
    expect(await failure(new NameResolver(), origin)).toMatchObject(refused);
    expect(doors.knocks).toEqual([]);
  });

  it('does not follow a redirect inside: it is an answer like others', async () => {
    doors.answer = [307, { location: `http://${INSIDE}:${doors.port}/` }];
    expect(await post(new SpecNames([[OURS]]))).toMatchObject({ status: 307 });
    expect(doors.knocks).toEqual([OURS]);
  });

  it('reaches public addresses by https only', async () => {
    expect(await failure(new SpecNames([['203.162.4.191']]))).toMatchObject({ reason: 'it is not reached by https' });
  });

  it('has delivered nothing to a name without an address', async () => {
    expect(await failure(new SpecNames([[]]))).toMatchObject({ maybeTaken: false });
  });
});
