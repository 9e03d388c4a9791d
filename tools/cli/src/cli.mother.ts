import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';
import { runCli } from './cli';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The command in a home folder of its own. */
export class SpecCli {
  readonly home = mkdtempSync(join(tmpdir(), 'lienthong-cli-'));

  run(...argv: string[]): Promise<Ran> {
    return this.runAs(undefined, ...argv);
  }

  async runAs(token: string | undefined, ...argv: string[]): Promise<Ran> {
    const written = { out: '', err: '' };
    const terminal = { out: (text: string) => (written.out += text), err: (text: string) => (written.err += text) };
    const config = { home: this.home, ...(token ? { token } : {}) };
    return { code: await runCli(argv, config, terminal), ...written };
  }

  /** Runs the command on a stack of one service, which answers everything the same way. */
  async runOn(
    service: string,
    answer: Answer,
    ...argv: string[]
  ): Promise<Ran & { readonly asked: readonly string[] }> {
    await this.run('keys');
    const served = await serve(answer);
    this.stackIs({ [service]: served.url });
    const ran = await this.run(...argv);
    served.server.close();
    return { ...ran, asked: served.asked };
  }

  /** A stack says that it runs from this home. */
  stackIs(urls: Readonly<Record<string, string>>): void {
    writeFileSync(join(this.home, homeFiles.stack), JSON.stringify({ urls, home: this.home, clockOffsetMs: 0 }));
  }

  clear(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** Answers every request the same way and notes what was asked. */
export async function serve(answer: Answer): Promise<{ server: Server; url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization?.split(' ')[0]} ${body}`);
      response.writeHead(answer.status, { 'content-type': 'application/problem+json', connection: 'close' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
