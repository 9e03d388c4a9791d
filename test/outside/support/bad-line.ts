import { createServer, request as forward, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of one request on a bad line, or at a bus under load; what is not named here passes. */
export type Mishap =
  | 'no answer'
  | 'hangs up'
  | 'breaks within the answer'
  | { readonly status: number; readonly retryAfterSeconds?: number };

/** Stands between a member and the bus; the first requests for a path come to grief as the test says, all others pass. */
export class BadLine {
  /** When each request came, by `<method> <path>`, in milliseconds. */
  readonly came = new Map<string, number[]>();
  private readonly mishaps = new Map<string, Mishap[]>();

  private constructor(
    private readonly busUrl: URL,
    private readonly server: Server,
  ) {}

  static async to(busUrl: string): Promise<BadLine> {
    const server = createServer((request, response) => line.take(request, response));
    const line: BadLine = new BadLine(new URL(busUrl), server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** In this order, one for each request for `<method> <path>`. */
  suffers(what: string, ...mishaps: readonly Mishap[]): void {
    this.mishaps.set(what, [...mishaps]);
  }

  /** Mishaps that no request has met yet. */
  get left(): number {
    return [...this.mishaps.values()].flat().length;
  }

  /** Milliseconds between the requests for `<method> <path>`. */
  pausesOf(what: string): readonly number[] {
    const times = this.came.get(what) ?? [];
    return times.slice(1).map((at, i) => at - (times[i] ?? at));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    const what = `${request.method} ${request.url}`;
    this.came.set(what, [...(this.came.get(what) ?? []), performance.now()]);
    const mishap = this.mishaps.get(what)?.shift();
    if (mishap === 'no answer') return;
    if (mishap === 'hangs up') return void response.socket?.end();
    if (typeof mishap === 'object') return refuse(response, mishap);
    this.pass(request, response, mishap === 'breaks within the answer');
  }

  private pass(request: IncomingMessage, response: ServerResponse, isBroken: boolean): void {
    const { method, url: path, headers } = request;
    const { hostname, port } = this.busUrl;
    const onward = forward({ hostname, port, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const body = Buffer.concat(chunks);
        response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.length });
        if (!isBroken) return void response.end(body);
        response.write(body.subarray(0, body.length / 2), () => response.socket?.end());
      });
    });
    onward.on('error', () => response.socket?.destroy());
    request.pipe(onward);
  }
}

function refuse(response: ServerResponse, { status, retryAfterSeconds }: Exclude<Mishap, string>): void {
  const wait = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  response.writeHead(status, { 'content-type': 'application/problem+json', ...wait });
  response.end(JSON.stringify({ code: 'integration-bus.QUOTA_EXCEEDED', detail: 'later' }));
}
