import { OffsetClock } from '@lienthong/kernel';
import { mintToken } from '@lienthong/service-host';
import type { CliConfig } from './cli.config';
import { findStack } from './stack-file';
import { CommandFailed, UsageError } from './terminal';

const BUS = 'integration-bus';
const WHERE =
  'start a stack with `npm start`, or say where one runs: LIENTHONG_HOME or BUS_URL, elsewhere --url and LIENTHONG_TOKEN';
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
    throw new CommandFailed(`${service} at ${url} does not answer; ${WHERE}`, { cause });
  });
  if (!answer.ok) throw new CommandFailed(await refusalOf(service, answer), { status: answer.status });
  return (await answer.json()) as T;
}

interface Access {
  readonly url: string;
  readonly token: string;
}

async function accessTo(config: CliConfig, { service, person, url }: Question): Promise<Access> {
  const { home, busUrl, token } = config;
  if (url !== undefined) {
    if (!URL.canParse(url)) throw new UsageError(`--url ${url} is no address; http://host:port is meant`);
    if (!token) throw new UsageError('--url needs LIENTHONG_TOKEN: the token of the person who acts');
    return { url: url.replace(/\/$/, ''), token };
  }
  const stack = findStack(config);
  const found = (service === BUS ? busUrl : undefined) ?? stack?.urls[service];
  if (!found) throw new CommandFailed(`no stack with ${service} runs from ${home}; ${WHERE}`);
  const clock = new OffsetClock(stack?.clockOffsetMs ?? config.clockOffsetMs ?? 0);
  const minted = await mintToken(stack?.home ?? home, { ...person, minutes: TOKEN_MINUTES, clock });
  return { url: found.replace(/\/$/, ''), token: minted };
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
