import { randomUUID } from 'node:crypto';
import { Clock, instantText } from '@lienthong/kernel';
import type { Received } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import type { ServiceDefinition } from '@lienthong/service-host';
import type { ApiClient } from './api-client';
import { eventually } from './eventually';
import { withClient } from './test-database';
import { startTestService, type TestService } from './test-service';

/** A message as it waits in the outbox. */
export interface SentMessage {
  /** Wire name with its version. */
  readonly type: string;
  readonly recipients: string;
  readonly causationId: string | null;
  readonly body: Record<string, unknown>;
}

/** When the stage's clock starts, whose office it is, and settings of the service by their variable names. */
export interface StageOptions {
  readonly at: string;
  readonly office: string;
  readonly variables?: Readonly<Record<string, string>>;
}

interface MessageHandler<B> {
  handle(message: Received<B>): Promise<void> | void;
}

/** One service on its own database at a time of the spec's choice, with messages handed to its handlers as the inbox does. */
export class TestStage {
  private constructor(
    readonly service: TestService,
    private readonly member: string,
    private readonly office: string,
  ) {}

  static async open(definition: ServiceDefinition, { at, office, variables }: StageOptions): Promise<TestStage> {
    const offsetMs = Date.parse(at) - Date.now();
    const service = await startTestService(definition, { CLOCK_OFFSET_MS: String(offsetMs), ...variables });
    return new TestStage(service, definition.member, office);
  }

  /** Stops the service once it is up: a stop in the middle of a start leaves the broker client behind. */
  async close(): Promise<void> {
    const ready = async (): Promise<boolean> => (await this.service.api.get('/health/ready')).status === 200;
    await eventually(ready, { describe: 'the service to be ready' });
    await this.service.stop();
  }

  /** A client that speaks as a person of the agency, with a token of the stage's time. */
  async as(role: string, office = this.office): Promise<ApiClient> {
    const clock = this.service.running.app.get(Clock, { strict: false });
    return this.service.api.as(await this.service.home.token({ member: this.member, role, office, clock }));
  }

  /** Lets the stage's time jump to an instant, from which it goes on; timers that fall due are woken. */
  jumpTo(at: string): void {
    const clock = this.service.running.app.get(Clock, { strict: false });
    Object.assign(clock, { offsetMs: Date.parse(at) - Date.now() });
  }

  /** Lets a handler take a message in a transaction of its own; what the spec leaves out of the envelope is empty, its time now. */
  async handle<B>(
    handler: new (...collaborators: never[]) => MessageHandler<B>,
    message: Partial<Received<B>> & { readonly body: B },
  ): Promise<void> {
    const { app } = this.service.running;
    const addresses = { sender: '', senderOffice: this.office, office: this.office, recipients: [] };
    const time = instantText(app.get(Clock, { strict: false }).now());
    const envelope = { id: randomUUID(), type: '', ...addresses, stream: '', time, epoch: 1, sequence: 1 };
    const received = { ...envelope, ...message };
    const work = async (): Promise<void> => app.get<MessageHandler<B>>(handler, { strict: false }).handle(received);
    const by = `${received.sender}/${received.senderOffice}`;
    await app.get(UnitOfWork, { strict: false }).perform(work, { causationId: received.id, by });
  }

  /** What the outbox holds of one message in order: of all, or of what is about one thing, as its stream names it. */
  async sent(name: string, about?: unknown): Promise<readonly SentMessage[]> {
    const sql = `select type, recipients, causation_id as "causationId", convert_from(payload, 'utf8')::jsonb as body
      from outbox where regexp_replace(type, '^.*\\.([^.]+)\\.v[0-9]+$', '\\1') = $1 and ($2::text is null or split_part(stream, ':', 2) = $2) order by ord`;
    const parameters = [name, about ?? null];
    return withClient(
      this.service.database.appUrl,
      async (client) => (await client.query<SentMessage>(sql, parameters)).rows,
    );
  }
}
