import { ResultHandedOverV1 } from '@lienthong/contracts';
import {
  type MessageClass,
  messageOf,
  type NotHandledMessage,
  NotHandledV1,
  type RejectedMessage,
  RejectedV1,
} from '@lienthong/envelope';
import { Clock, instantText, newId } from '@lienthong/kernel';
import {
  createKafka,
  createProducer,
  MessageFailureEntity,
  messagingMigrations,
  ProtocolWriter,
  topicNames,
} from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { eventually, startTestService, testInfrastructure, type TestService, withClient } from '@lienthong/testing';
import { Module } from '@nestjs/common';
import {
  DeskTaskEntity,
  DeskTasks,
  type FailedMessage,
  hostEntities,
  memberSigner,
  MessageFailures,
  ServiceConfig,
  type ServiceDefinition,
} from '../src';
import { DeskTaskTable1767226200000, hostMigrations } from '../src/migrator';

@Module({ providers: [MessageFailures, DeskTasks] })
class DeskModule {}

const desk: ServiceDefinition = {
  member: 'intake',
  title: 'A desk whose messages come to nothing',
  module: DeskModule,
  config: ServiceConfig,
  entities: [...hostEntities, DeskTaskEntity, MessageFailureEntity],
  migrations: [...messagingMigrations, ...hostMigrations, DeskTaskTable1767226200000],
  tasksOf: ['desk-clerk'],
};
const OFFICE = 'bien-hoa';

describe('a message of a service that comes to nothing', () => {
  let service: TestService;
  let handed: FailedMessage[];
  let isBroken = false;
  const producer = createProducer(createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'spec' }));

  beforeAll(async () => {
    service = await startTestService(desk, { TIMER_POLL_MS: '20', LOG_LEVEL: 'fatal' });
    await producer.connect();
    get(MessageFailures).when((failed) => {
      handed.push(failed);
      const { dossierCode } = failed.body as { dossierCode: string };
      get(DeskTasks).open({ kind: 'officer-task', office: OFFICE, dossierCode, text: failed.reason });
      return isBroken ? Promise.reject(new Error('the handler failed')) : Promise.resolve();
    });
    await eventually(async () => (await service.api.get('/health/ready')).status === 200, { describe: 'ready' });
  });
  afterAll(async () => {
    await producer.disconnect();
    await service.stop();
  });
  beforeEach(() => {
    handed = [];
    isBroken = false;
  });

  const get = <T>(type: new (...collaborators: never[]) => T): T => service.running.app.get(type, { strict: false });
  const clock = (): Clock => service.running.app.get(Clock, { strict: false });
  const rows = <R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query<R>(sql, [...values])).rows);
  const send = async (dossierCode: string): Promise<string> => {
    const body = { ...messageOf(ResultHandedOverV1).example, dossierCode };
    const to = [{ member: 'civil-status', office: 'tran-bien' }];
    const sent = (): Promise<{ id: string }> =>
      Promise.resolve(get(UnitOfWork).send(ResultHandedOverV1, body, { fromOffice: OFFICE, to }));
    return (await get(UnitOfWork).perform(sent)).id;
  };
  /** The bus tells the member something, so many times. */
  const busSays = async (of: typeof RejectedV1 | typeof NotHandledV1, items: readonly object[], times = 1) => {
    const writer = new ProtocolWriter({
      clock: clock(),
      signer: () => memberSigner(service.home.folder, 'integration-bus'),
      from: { member: 'integration-bus', office: 'centre' },
      to: [{ member: 'intake', office: 'system' }],
      topic: topicNames(service.topicPrefix).in('intake'),
    });
    for (let time = 0; time < times; time += 1)
      await producer.send(writer.records(messageOf(of as MessageClass<object>), [{ items }]));
  };
  const refusal = (id: string, code: string): RejectedMessage => ({
    ...{ id, stream: `dossier:${code}`, sequence: 1, code: 'integration-bus.GRANT_MISSING', text: 'No grant.' },
    ...{ logId: newId(clock()), at: instantText(clock().now()) },
  });
  const tasksOf = (code: string): Promise<{ text: string }[]> =>
    rows('select text from desk_task where dossier_code = $1', [code]);
  const taken = (code: string, count: number): Promise<true> =>
    eventually(async () => (await tasksOf(code)).length === count, { describe: `${count} tasks of ${code}` });

  it('is handed over once with what was sent, however often the bus says that it refused it', async () => {
    const code = 'H19.91.01-260803-0001';
    const id = await send(code);
    await busSays(RejectedV1, [refusal(id, code)], 3);
    await taken(code, 1);
    const later = 'H19.91.01-260803-0002';
    await busSays(RejectedV1, [refusal(await send(later), later)]);
    await taken(later, 1);
    expect(await tasksOf(code)).toEqual([{ text: 'integration-bus.GRANT_MISSING: No grant.' }]);
    expect(handed[0]).toMatchObject({ id, outcome: 'rejected', recipients: 'civil-status/tran-bien' });
    const person = await service.as('desk-clerk', OFFICE);
    expect((await person.get<{ items: object[] }>('/tasks?kind=officer-task')).body.items).toHaveLength(2);
  });

  it('is handed over for each word of a recipient: parked, then discarded', async () => {
    const code = 'H19.91.01-260803-0003';
    const id = await send(code);
    const item = (outcome: NotHandledMessage['outcome']): NotHandledMessage => ({
      ...{ id, stream: `dossier:${code}`, recipient: 'civil-status', outcome, reason: 'civil-status.BRANCH_UNKNOWN' },
      ...{ logId: newId(clock()), at: instantText(clock().now()) },
    });
    await busSays(NotHandledV1, [item('parked')], 2);
    await busSays(NotHandledV1, [item('discarded')], 2);
    await taken(code, 2);
    expect(handed.map(({ outcome }) => outcome)).toEqual(['parked', 'discarded']);
  });

  it('is handed over again when the service failed or died over it, and nothing of that try stays', async () => {
    const code = 'H19.91.01-260803-0004';
    const id = await send(code);
    isBroken = true;
    await busSays(RejectedV1, [refusal(id, code)]);
    await eventually(() => handed.length > 1, { describe: 'two tries' });
    expect(await tasksOf(code)).toEqual([]);
    isBroken = false;
    await taken(code, 1);
  });

  it('is noted with the mark of the outbox or not at all, and found by whoever looks next', async () => {
    const code = 'H19.91.01-260803-0005';
    const id = await send(code);
    await busSays(RejectedV1, [refusal(id, code)]);
    await taken(code, 1);
    const [row] = await rows<{ rejected: boolean; noted: number }>(
      `select rejected_at is not null as rejected, (select count(*)::int from message_failure where message_id = o.id) as noted
       from outbox o where id = $1`,
      [id],
    );
    expect(row).toEqual({ rejected: true, noted: 1 });
    // what an instance that died before it took the failure has left
    await rows('update message_failure set taken_at = null where message_id = $1', [id]);
    await taken(code, 2);
  });
});
