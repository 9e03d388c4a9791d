import { mkdirSync, mkdtempSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerContainers } from './docker-containers';
import type { Crashable } from './crashable';
import { startEmbeddedKafka } from './embedded-kafka';
import { type Embedded, type EmbeddedPlace, startEmbeddedPostgres } from './embedded-postgres';
import type { CrashRequest, FromGuard, RunTraces, Started, StartRequest, ToGuard, Wanted } from './guard-protocol';
import { readLocalInfraConfig } from './local-infra.config';
import { OwnedProcesses } from './owned-processes';
import { newKafkaAccess } from './secured-kafka';
import { removeTraces } from './run-traces';
import { runFolderPrefix, sweepStaleRuns } from './stale-runs';

/**
 * The guard is a process of its own, in a session of its own. It owns what the run started and holds one end of a pipe
 * to the run's process: when that process is gone, however it went, the guard stops everything and deletes the folder.
 */
export class Guard {
  private readonly config = readLocalInfraConfig();
  private readonly processes = new OwnedProcesses((text) => this.tell({ kind: 'log', text }));
  private readonly containers = new DockerContainers((text) => this.tell({ kind: 'log', text }));
  private readonly watched = new Set<number>();
  private readonly runs = new Map<string, RunTraces>();
  private readonly servers = new Map<Wanted, Crashable>();
  private folder: string | undefined;
  private closing = false;

  receive(message: ToGuard): void {
    switch (message.kind) {
      case 'start':
        void this.start(message.request);
        return;
      case 'watch':
        this.watched.add(message.pid);
        return;
      case 'forget':
        this.watched.delete(message.pid);
        return;
      case 'run':
        this.runs.set(message.traces.runId, message.traces);
        return;
      case 'run-removed':
        this.runs.delete(message.runId);
        return;
      case 'crash':
        void this.crash(message.id, message.request);
        return;
      case 'stop':
        this.runs.clear();
        void this.close();
    }
  }

  /** Services go first, then what a run left in databases and brokers that are not ours, then our own. */
  async close(): Promise<void> {
    if (this.closing) return;
    this.closing = true;
    for (const pid of this.watched) killQuietly(pid);
    for (const traces of this.runs.values()) await removeTraces(traces).catch(() => undefined);
    await Promise.all([this.processes.close(), this.containers.close()]);
    if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
    process.exit(0);
  }

  private async start(request: StartRequest): Promise<void> {
    sweepStaleRuns(this.config.temporaryFolder);
    if (request.wanted.length === 0) return this.tell({ kind: 'started', started: {} });
    const reasons: string[] = [];
    const started = (await this.fromDocker(request, reasons)) ?? (await this.embedded(request, reasons));
    this.tell(started ? { kind: 'started', started } : { kind: 'failed', reasons });
  }

  private async fromDocker(
    { wanted, mode, kafkaSecurity }: StartRequest,
    reasons: string[],
  ): Promise<Started | undefined> {
    if (mode === 'embedded') return undefined;
    if (kafkaSecurity === 'secured') {
      reasons.push('docker: a secured broker is started embedded, or by docker-compose.secured.yml');
      return undefined;
    }
    return this.containers.start(wanted).catch((error: Error) => {
      reasons.push(`docker: ${error.message}`);
      return undefined;
    });
  }

  private async embedded(
    { wanted, mode, kafkaSecurity, kafkaMembers }: StartRequest,
    reasons: string[],
  ): Promise<Started | undefined> {
    if (mode === 'docker') return undefined;
    const place: EmbeddedPlace = {
      config: this.config,
      folder: this.makeFolder(),
      processes: this.processes,
      log: (text) => this.tell({ kind: 'log', text }),
    };
    const start = async <A>(
      what: Wanted,
      starter: (place: EmbeddedPlace) => Promise<Embedded<A>>,
    ): Promise<A | undefined> => {
      if (!wanted.includes(what)) return undefined;
      try {
        const { address, server } = await starter(place);
        this.servers.set(what, server);
        return address;
      } catch (error) {
        reasons.push(`embedded ${what}: ${(error as Error).message}`);
        return undefined;
      }
    };
    const isSecured = kafkaSecurity === 'secured';
    const [postgres, kafka] = await Promise.all([
      start('postgres', startEmbeddedPostgres),
      start('kafka', (at) => startEmbeddedKafka(at, isSecured ? newKafkaAccess(kafkaMembers) : undefined)),
    ]);
    const complete = wanted.every((what) => (what === 'postgres' ? postgres : kafka) !== undefined);
    return complete ? { ...(postgres && { postgres }), ...(kafka && { kafka }) } : undefined;
  }

  private async crash(id: number, { what, downMs }: CrashRequest): Promise<void> {
    try {
      const server = this.servers.get(what);
      if (!server) throw new Error(`${what} was not started by this run, so it cannot be crashed`);
      await server.crash(downMs);
      this.tell({ kind: 'crashed', id });
    } catch (error) {
      this.tell({ kind: 'crashed', id, fault: (error as Error).message });
    }
  }

  private makeFolder(): string {
    mkdirSync(this.config.temporaryFolder, { recursive: true });
    this.folder = mkdtempSync(join(this.config.temporaryFolder, runFolderPrefix));
    chmodSync(this.folder, 0o711);
    writeFileSync(join(this.folder, 'guard.pid'), String(process.pid));
    return this.folder;
  }

  private tell(message: FromGuard): void {
    process.stdout.write(`${JSON.stringify(message)}\n`);
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}
