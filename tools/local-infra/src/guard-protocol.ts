import type { InfrastructureMode, KafkaSecurity } from './local-infra.config';

export type InfrastructureSource = 'environment' | 'docker' | 'embedded';

export interface PostgresAddress {
  readonly adminUrl: string;
  readonly version: string;
  readonly source: InfrastructureSource;
}

/** What a secured broker was started with: its own super user, and the members that it knows. */
export interface KafkaAccess {
  readonly admin: { readonly username: string; readonly password: string };
  /** Passwords by member; the user is called like the member. */
  readonly members: Readonly<Record<string, string>>;
}

export interface KafkaAddress {
  readonly brokers: string;
  /** Absent where the broker asks nobody who he is. */
  readonly access?: KafkaAccess;
  readonly version: string;
  readonly source: InfrastructureSource;
}

export type Wanted = 'postgres' | 'kafka';

export interface StartRequest {
  readonly wanted: readonly Wanted[];
  readonly mode: InfrastructureMode;
  readonly kafkaSecurity: KafkaSecurity;
  /** Members of a secured broker beside the services. */
  readonly kafkaMembers: readonly string[];
}

/** One crash of an embedded server; it stays away for `downMs` before it is started again. */
export interface CrashRequest {
  readonly what: Wanted;
  readonly downMs: number;
}

export interface Started {
  readonly postgres?: PostgresAddress;
  readonly kafka?: KafkaAddress;
}

/** What a run made in a database cluster and a broker: removed by the guard when the run's process is gone. */
export interface RunTraces {
  readonly runId: string;
  readonly adminUrl: string;
  readonly brokers: string;
  readonly kafkaAccess?: KafkaAccess;
  readonly topicPrefix: string;
  readonly databases: readonly string[];
  readonly roles: readonly string[];
}

/** One JSON line each, parent to guard. The end of the pipe means that the parent is gone. */
export type ToGuard =
  | { readonly kind: 'start'; readonly request: StartRequest }
  | { readonly kind: 'watch'; readonly pid: number }
  | { readonly kind: 'forget'; readonly pid: number }
  | { readonly kind: 'run'; readonly traces: RunTraces }
  | { readonly kind: 'run-removed'; readonly runId: string }
  | { readonly kind: 'crash'; readonly id: number; readonly request: CrashRequest }
  | { readonly kind: 'stop' };

/** One JSON line each, guard to parent. */
export type FromGuard =
  | { readonly kind: 'log'; readonly text: string }
  | { readonly kind: 'started'; readonly started: Started }
  | { readonly kind: 'failed'; readonly reasons: readonly string[] }
  | { readonly kind: 'crashed'; readonly id: number; readonly fault?: string };

export function readLines<T>(stream: NodeJS.ReadableStream, onMessage: (message: T) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line) onMessage(JSON.parse(line) as T);
  });
}
