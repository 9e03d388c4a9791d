import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { AdvertisedAddress } from './advertised-address';
import { type Pace, PacedLane } from './paced-lane';

type Weather = 'fair' | 'cut' | 'half-open';

interface Translation {
  toServer(chunk: Buffer): Buffer;
  toClient(chunk: Buffer): Buffer;
}

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  readonly lanes: readonly PacedLane[];
}

const HOST = '127.0.0.1';
const FAIR: Pace = { delayMs: 0, bytesPerSecond: Number.POSITIVE_INFINITY };
const AS_IT_IS: Translation = { toServer: (chunk) => chunk, toClient: (chunk) => chunk };

/**
 * A network between a service and PostgreSQL, Kafka or another service that a test can break: cut, delayed, slow, or half-open. Clients
 * connect to `address`. Before Kafka it also puts its own address into the broker's answers, so that no client finds a
 * way past it; one broker only.
 */
export class TcpProxy {
  /** What has passed since the start: connections let through, connections refused, bytes each way. */
  readonly counts = { connections: 0, refused: 0, bytesToServer: 0, bytesToClient: 0 };
  private readonly links = new Set<Link>();
  private readonly listener: Server;
  private weather: Weather = 'fair';
  private pace = { toServer: FAIR, toClient: FAIR };
  private trap?: { readonly atBytes: number; readonly sprung: () => void } | undefined;

  private constructor(
    private readonly target: { readonly host: string; readonly port: number },
    private readonly translation: () => Translation,
  ) {
    this.listener = createServer({ allowHalfOpen: true }, (client) => this.accept(client));
  }

  /** In front of the database of a URL. */
  static async toPostgres(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    return new TcpProxy({ host: hostname, port: Number(port || 5432) }, () => AS_IT_IS).listen();
  }

  /** In front of a service of a URL, `http://host:port`; no other part of the way is changed. */
  static async toService(url: string): Promise<TcpProxy> {
    const { hostname, port } = new URL(url);
    return new TcpProxy({ host: hostname, port: Number(port || 80) }, () => AS_IT_IS).listen();
  }

  /** In front of a broker, `host:port`. */
  static async toKafka(broker: string): Promise<TcpProxy> {
    const at = broker.lastIndexOf(':');
    const target = { host: broker.slice(0, at), port: Number(broker.slice(at + 1)) };
    const proxy: TcpProxy = new TcpProxy(target, () => new AdvertisedAddress(HOST, () => proxy.port));
    return proxy.listen();
  }

  get port(): number {
    return (this.listener.address() as AddressInfo).port;
  }

  /** `host:port` of the proxy. */
  get address(): string {
    return `${HOST}:${this.port}`;
  }

  /** Connections that stand now, also those that a half-open network has forgotten. */
  get open(): number {
    return this.links.size;
  }

  /** The same URL, by way of the proxy. */
  through(url: string): string {
    const address = new URL(url);
    address.host = this.address;
    return address.toString();
  }

  /** Resets every connection and each one that comes. */
  cut(): void {
    this.weather = 'cut';
    for (const link of this.links) {
      for (const lane of link.lanes) lane.freeze();
      reset(link);
    }
  }

  /** Cuts the line at the moment at which so many bytes more, both ways together, have passed; then resolves. */
  cutAfter(bytes: number): Promise<void> {
    const atBytes = this.counts.bytesToServer + this.counts.bytesToClient + bytes;
    return new Promise((sprung) => (this.trap = { atBytes, sprung }));
  }

  /**
   * As behind a firewall that has forgotten its connections: they stay open and nothing passes, nobody is told. New
   * ones are taken and get no answer. What was caught in it stays dead after `heal`.
   */
  halfOpen(): void {
    this.weather = 'half-open';
    for (const { lanes } of this.links) for (const lane of lanes) lane.freeze();
  }

  /** Every byte comes later by so many milliseconds, in order. */
  delay({ toServerMs = 0, toClientMs = 0 }: { readonly toServerMs?: number; readonly toClientMs?: number }): void {
    const { toServer, toClient } = this.pace;
    this.pace = { toServer: { ...toServer, delayMs: toServerMs }, toClient: { ...toClient, delayMs: toClientMs } };
  }

  /** Each connection carries at most so many bytes a second each way. */
  slow(bytesPerSecond: number): void {
    const { toServer, toClient } = this.pace;
    this.pace = { toServer: { ...toServer, bytesPerSecond }, toClient: { ...toClient, bytesPerSecond } };
  }

  /** Fair weather again: no cut, now or later, no delay, no limit. */
  heal(): void {
    this.weather = 'fair';
    this.pace = { toServer: FAIR, toClient: FAIR };
    this.trap = undefined;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.listener.close(resolve));
    for (const link of this.links) reset(link);
    await closed;
  }

  private listen(): Promise<this> {
    return new Promise((resolve, reject) => {
      this.listener.once('error', reject);
      this.listener.listen(0, HOST, () => resolve(this));
    });
  }

  private accept(client: Socket): void {
    if (this.weather === 'cut') {
      this.counts.refused += 1;
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    this.counts.connections += 1;
    const server = connect({ ...this.target, allowHalfOpen: true });
    const link: Link = { client, server, lanes: this.lanes(client, server) };
    this.links.add(link);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      socket.on('error', () => reset(link));
      socket.on('close', () => {
        if (client.destroyed && server.destroyed) this.links.delete(link);
      });
    }
    if (this.weather === 'half-open') for (const lane of link.lanes) lane.freeze();
  }

  private lanes(client: Socket, server: Socket): PacedLane[] {
    const translation = this.translation();
    return [
      new PacedLane({
        from: client,
        to: server,
        translate: (chunk) => translation.toServer(chunk),
        pace: () => this.pace.toServer,
        onPassed: (bytes) => this.passed('bytesToServer', bytes),
      }),
      new PacedLane({
        from: server,
        to: client,
        translate: (chunk) => translation.toClient(chunk),
        pace: () => this.pace.toClient,
        onPassed: (bytes) => this.passed('bytesToClient', bytes),
      }),
    ];
  }

  private passed(way: 'bytesToServer' | 'bytesToClient', bytes: number): void {
    this.counts[way] += bytes;
    const { trap } = this;
    if (!trap || this.counts.bytesToServer + this.counts.bytesToClient < trap.atBytes) return;
    this.trap = undefined;
    this.cut();
    trap.sprung();
  }
}

function reset({ client, server }: Link): void {
  client.resetAndDestroy();
  server.resetAndDestroy();
}
