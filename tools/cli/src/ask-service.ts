import { OffsetClock } from '@lienthong/kernel';
import { mintToken } from '@lienthong/service-host';
import type { CliConfig } from './cli.config';
import { readStackFile } from './stack-file';
import { CommandFailed } from './terminal';

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
  readonly person: Person;
  readonly path: string;
  /** Body of a POST; without it the question is a GET. */
  readonly post?: object;
}

/** Asks a service of the running stack as one person. @throws CommandFailed with what to do next */
export async function askService<T>(config: CliConfig, { service, person, path, post }: Question): Promise<T> {
  const stack = readStackFile(config.home);
  const url = stack?.urls[service];
  if (!url) {
    throw new CommandFailed(`no stack with ${service} runs from ${config.home}; start one with \`npm start\``);
  }
  const clock = new OffsetClock(stack.clockOffsetMs ?? 0);
  const token = await mintToken(stack.home ?? config.home, { ...person, minutes: TOKEN_MINUTES, clock });
  const answer = await fetch(`${url}${path}`, {
    method: post ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${token}`,
      'accept-language': 'en',
      ...(post ? { 'content-type': 'application/json' } : {}),
    },
    ...(post ? { body: JSON.stringify(post) } : {}),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new CommandFailed(`${service} at ${url} does not answer; does the stack still run? (\`npm start\`)`, {
      cause,
    });
  });
  if (!answer.ok) throw new CommandFailed(await refusalOf(service, answer));
  return (await answer.json()) as T;
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
