import { isDossierCode, OffsetClock } from '@lienthong/kernel';
import { mintToken } from '@lienthong/service-host';
import type { CliConfig } from '../cli.config';
import { readStackFile } from '../stack-file';
import { CommandFailed, type Terminal, UsageError } from '../terminal';
import { type Trace, traceTable } from '../trace';

const TIMEOUT_MS = 15_000;
const OPERATOR = {
  person: 'bus-operator-centre',
  member: 'integration-bus',
  office: 'centre',
  roles: ['bus-operator'],
};

export interface TraceOptions {
  readonly dossierCode: string | undefined;
  readonly json: boolean;
}

/** Asks the bus for all messages of a dossier. */
export async function traceCommand(config: CliConfig, options: TraceOptions, terminal: Terminal): Promise<void> {
  const { dossierCode, json } = options;
  if (!dossierCode) throw new UsageError('which dossier? lienthong trace <dossier code>');
  if (!isDossierCode(dossierCode))
    throw new UsageError(`${dossierCode} is not a dossier code <unit>-<yymmdd>-<number>`);
  const trace = await ask(config, dossierCode);
  terminal.out(json ? JSON.stringify(trace, null, 2) : traceTable(trace));
}

async function ask(config: CliConfig, dossierCode: string): Promise<Trace> {
  const stack = readStackFile(config.home);
  const bus = config.busUrl ?? stack?.urls['integration-bus'];
  if (!bus) {
    throw new CommandFailed(
      `no stack runs from ${config.home}; start one with \`npm start\`, or say where the bus is with BUS_URL`,
    );
  }
  const clock = new OffsetClock(stack?.clockOffsetMs ?? 0);
  const token = await mintToken(stack?.home ?? config.home, { ...OPERATOR, minutes: 5, clock });
  const answer = await fetch(`${bus}/trace/${encodeURIComponent(dossierCode)}`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'en' },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new CommandFailed(`the bus at ${bus} does not answer; does the stack still run? (\`npm start\`)`, { cause });
  });
  if (!answer.ok) throw new CommandFailed(await refusalOf(answer, dossierCode));
  const trace = (await answer.json()) as Trace;
  if (trace.messages.length === 0) throw new CommandFailed(`the bus has no message of the dossier ${dossierCode}`);
  return trace;
}

async function refusalOf(answer: Response, dossierCode: string): Promise<string> {
  if (answer.status === 404) return `the bus has no message of the dossier ${dossierCode}`;
  const text = await answer.text();
  const problem = /problem\+json/.test(answer.headers.get('content-type') ?? '')
    ? (JSON.parse(text) as { code: string; detail: string })
    : { code: `HTTP ${answer.status}`, detail: text.slice(0, 200) };
  return `the bus refused: ${problem.detail} (${problem.code})`;
}
