import { join } from 'node:path';
import { freePort } from './free-port';
import type { KafkaAddress } from './guard-protocol';
import type { Infrastructure } from './infrastructure';
import type { Run } from './provision-run';
import { ServiceProcess } from './service-process';
import { serviceNames, servicePorts, type ServiceName } from './services';

export interface StackOptions {
  readonly infra: Pick<Infrastructure, 'kafka' | 'guard'>;
  readonly run: Run;
  /** Business time minus real time. */
  readonly clockOffsetMs: number;
  readonly home: string;
  /** `default`: the ports of the design where they are free. */
  readonly ports: 'default' | 'free';
  /** More variables for a service, looked at whenever it is started. */
  readonly env?: (service: ServiceName) => Readonly<Record<string, string>>;
  readonly services?: readonly ServiceName[];
  readonly onReady?: (service: ServiceProcess, afterMs: number) => void;
  readonly onCrash?: (service: ServiceName, how: string) => void;
  readonly signal?: AbortSignal;
}

const readyTimeoutMs = 90_000;

/** Describes one more process of a service. */
type Launcher = (service: ServiceName, place: LaunchPlace) => ServiceProcess;

interface LaunchPlace {
  readonly port: number;
  readonly logFile: string;
  /** Variables that this one process has otherwise. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The services of a run as processes. */
export class Stack {
  private readonly others: ServiceProcess[] = [];

  constructor(
    readonly run: Run,
    private readonly processes: ReadonlyMap<ServiceName, ServiceProcess>,
    private readonly launch: Launcher,
  ) {}

  service(name: ServiceName): ServiceProcess {
    const found = this.processes.get(name);
    if (!found) throw new Error(`${name} is not part of this stack`);
    return found;
  }

  /** One more instance of a service, not started: any free port, a log file of its own, gone with the stack. */
  another(name: ServiceName, env: Readonly<Record<string, string>> = {}): ServiceProcess {
    const instance = 2 + this.others.filter((other) => other.name === name).length;
    const other = this.launch(name, { port: 0, logFile: join(this.run.folder, `${name}-${instance}.log`), env });
    this.others.push(other);
    return other;
  }

  /** One of each; `another` instances come on top. */
  get services(): readonly ServiceProcess[] {
    return [...this.processes.values()];
  }

  get urls(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.services.map(({ name, url }) => [name, url]));
  }

  async ready(
    onReady: (service: ServiceProcess, afterMs: number) => void = () => undefined,
    signal?: AbortSignal,
  ): Promise<void> {
    await Promise.all(
      this.services.map(async (service) => onReady(service, await service.ready(readyTimeoutMs, signal))),
    );
  }

  async stop(): Promise<void> {
    await Promise.all([...this.services, ...this.others].map((service) => service.stop()));
  }

  async kill(): Promise<void> {
    await Promise.all([...this.services, ...this.others].map((service) => service.kill()));
  }
}

/** Describes the processes without starting any. */
export async function prepareStack({
  infra,
  run,
  clockOffsetMs,
  home,
  ports,
  env,
  services = serviceNames,
  onCrash,
}: StackOptions): Promise<Stack> {
  const portOf = new Map<ServiceName, number>();
  for (const service of services) {
    const wanted = ports === 'default' ? await freePort(servicePorts[service]) : 0;
    // the others are told where the bus answers, so its port is chosen before it starts
    portOf.set(service, wanted || (service === 'integration-bus' ? await freePort() : 0));
  }
  const busUrl = `http://127.0.0.1:${portOf.get('integration-bus') ?? servicePorts['integration-bus']}`;
  const launch: Launcher = (service, { env: own, ...place }) =>
    new ServiceProcess({
      service,
      ...place,
      guard: infra.guard,
      ...(onCrash && { onCrash: (how: string) => onCrash(service, how) }),
      environment: () => ({
        DATABASE_URL: run.databases.get(service)?.appUrl,
        MIGRATOR_DATABASE_URL: undefined,
        KAFKA_BROKERS: infra.kafka.brokers,
        ...credentialsOf(infra.kafka, service),
        TOPIC_PREFIX: run.topicPrefix,
        CLOCK_OFFSET_MS: String(clockOffsetMs),
        LIENTHONG_HOME: home,
        BUS_URL: service === 'integration-bus' ? undefined : busUrl,
        ...env?.(service),
        ...own,
      }),
    });
  const first = (service: ServiceName): ServiceProcess =>
    launch(service, { port: portOf.get(service) ?? 0, logFile: join(run.folder, `${service}.log`) });
  return new Stack(run, new Map(services.map((service) => [service, first(service)])), launch);
}

/** A service of a secured broker is told who it is. */
function credentialsOf({ access }: KafkaAddress, service: ServiceName): Readonly<Record<string, string>> {
  const password = access?.members[service];
  return password === undefined ? {} : { KAFKA_SASL_USERNAME: service, KAFKA_SASL_PASSWORD: password };
}

/** Starts every service at once and waits until each is ready; leaves none behind when one is not. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const stack = await prepareStack(options);
  const onAbort = (): void => void stack.kill();
  options.signal?.addEventListener('abort', onAbort);
  try {
    options.signal?.throwIfAborted();
    for (const service of stack.services) service.start();
    await stack.ready(options.onReady, options.signal);
    return stack;
  } catch (error) {
    await stack.kill();
    throw error;
  } finally {
    options.signal?.removeEventListener('abort', onAbort);
  }
}
