import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
}

/** The end of a webhook member: keeps what was posted, and answers as the test says. */
export class SpecWebhook {
  readonly posts: Posted[] = [];
  /** Default: 204, nothing said. */
  answer: (posted: Posted, response: ServerResponse) => void | Promise<void> = (_, response) =>
    void response.writeHead(204).end();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<SpecWebhook> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const posted = { headers: request.headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
        webhook.posts.push(posted);
        void webhook.answer(posted, response);
      });
    });
    const webhook = new SpecWebhook(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return webhook;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  /** Numbers of one stream in the order in which they were posted. */
  numbersOf(stream: string): number[] {
    const ofStream = this.posts.filter(({ headers }) => headers['ce-partitionkey'] === stream);
    return ofStream.map(({ headers }) => Number(headers['ce-deliverysequence']));
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
