import { OffsetClock } from '@lienthong/kernel';
import { mintToken } from '@lienthong/service-host';
import type { CliConfig } from './cli.config';
import { readStackFile } from './stack-file';
import { CommandFailed, UsageError } from './terminal';

const TIMEOUT_MS = 30_000;
const TOKEN_MINUTES = 5;

export interface Person {
  readonly person: string;
  readonly member: string;
  readonly office: string;
  readonly roles: readonly string[];
}

export interface Question {
  readonly service: string;
  /** Who asks in the local run; elsewhere the token says it. */
  readonly person: Person;
  /** Where the service answers, when it is not the local run. */
  readonly url?: string;
  readonly path: string;
  /** Body of a POST; without it the question is a GET. */
  readonly post?: object;
  /** Of a POST that creates. */
  readonly idempotencyKey?: string;
}

/** Asks a service as one person: of the running stack, or at `--url` with LIENTHONG_TOKEN. @throws CommandFailed with what to do next */
export async function askService<T>(config: CliConfig, question: Question): Promise<T> {
  const { service, path, post, idempotencyKey } = question;
  const { url, token } = await accessTo(config, question);
  const answer = await fetch(`${url}${path}`, {
    method: post ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': 'en',
      ...(post ? { 'content-type': 'application/json' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(post ? { body: JSON.stringify(post) } : {}),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new CommandFailed(`${service} at ${url} does not answer; does it still run?`, {
      cause,
    });
  });
  if (!answer.ok) throw new CommandFailed(await refusalOf(service, answer));
  return (await answer.json()) as T;
}

interface Access {
  readonly url: string;
  readonly token: string;
}

async function accessTo({ home, token }: CliConfig, { service, person, url }: Question): Promise<Access> {
  if (url !== undefined) {
    if (!URL.canParse(url)) throw new UsageError(`--url ${url} is no address; http://host:port is meant`);
    if (!token) throw new UsageError('--url needs LIENTHONG_TOKEN: the token of the person who acts');
    return { url: url.replace(/\/$/, ''), token };
  }
  const stack = readStackFile(home);
  const found = stack?.urls[service];
  if (!stack || !found) {
    throw new CommandFailed(
      `no stack with ${service} runs from ${home}; start one with \`npm start\`, or name the service by --url`,
    );
  }
  const clock = new OffsetClock(stack.clockOffsetMs ?? 0);
  const minted = await mintToken(stack.home ?? home, { ...person, minutes: TOKEN_MINUTES, clock });
  return { url: found, token: minted };
}

async function refusalOf(service: string, answer: Response): Promise<string> {
  const text = await answer.text();
  if (!/problem\+json/.test(answer.headers.get('content-type') ?? '')) {
    return `${service} refused: ${text.slice(0, 200)} (HTTP ${answer.status})`;
  }
  const problem = JSON.parse(text) as { code: string; detail: string; faults?: { path: string; message: string }[] };
  const faults = (problem.faults ?? []).map(({ path, message }) => `\n  ${path} ${message}`).join('');
  return `${service} refused: ${problem.detail} (${problem.code})${faults}`;
}
