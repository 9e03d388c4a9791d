import { isDossierCode } from '@lienthong/kernel';
import { askBus } from '../ask-bus';
import type { CliConfig } from '../cli.config';
import { CommandFailed, type Terminal, UsageError } from '../terminal';
import { type Trace, traceTable } from '../trace';

const NOT_FOUND = 404;

export interface TraceOptions {
  readonly dossierCode: string | undefined;
  readonly url?: string;
  readonly json?: boolean;
}

/** Asks the bus for all messages of a dossier. */
export async function traceCommand(config: CliConfig, options: TraceOptions, terminal: Terminal): Promise<void> {
  const { dossierCode, json, url } = options;
  if (!dossierCode) throw new UsageError('which dossier? lienthong trace <dossier code>');
  if (!isDossierCode(dossierCode))
    throw new UsageError(`${dossierCode} is not a dossier code <unit>-<yymmdd>-<number>`);
  const path = `/trace/${encodeURIComponent(dossierCode)}`;
  const trace = await askBus<Trace>(config, { path, ...(url === undefined ? {} : { url }) }).catch((error: unknown) => {
    throw error instanceof CommandFailed && error.status === NOT_FOUND ? unknown(dossierCode) : error;
  });
  if (trace.messages.length === 0) throw unknown(dossierCode);
  terminal.out(json ? JSON.stringify(trace, null, 2) : traceTable(trace));
}

function unknown(dossierCode: string): CommandFailed {
  return new CommandFailed(`the bus has no message of the dossier ${dossierCode}`);
}
