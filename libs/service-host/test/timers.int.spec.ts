import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { addDays, Clock, type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { eventually, startTestService, type TestService, withClient } from '@lienthong/testing';
import {
  DailyWork,
  hostEntities,
  ServiceConfig,
  type ServiceDefinition,
  Timer,
  TimerBook,
  TimersModule,
  TimerWorker,
} from '@lienthong/service-host';
import { hostMigrations, timerMigrations } from '@lienthong/service-host/migrator';

const written: LocalDate[] = [];
const patient: LocalDate[] = [];

@Injectable()
class Diary implements OnModuleInit {
  constructor(private readonly daily: DailyWork) {}

  onModuleInit(): void {
    this.daily.every({ kind: 'diary', work: async (date) => void written.push(date) });
    this.daily.every({ kind: 'patient', graceMs: 3_600_000, work: async (date) => void patient.push(date) });
  }
}

@Module({ imports: [TimersModule], providers: [Diary] })
class WaitingModule {}

const waitingService: ServiceDefinition = {
  member: 'civil-status',
  title: 'A service that waits',
  module: WaitingModule,
  config: ServiceConfig,
  entities: [...hostEntities, Timer],
  migrations: [...hostMigrations, ...timerMigrations],
  messaging: false,
};

const FAR = 3_600_000;

describe('timers', () => {
  let service: TestService;
  let woken: string[];
  beforeEach(async () => {
    service = await startTestService(waitingService, { TIMER_POLL_MS: '20' });
    woken = [];
  });
  afterEach(() => service.stop());

  const get = <T>(type: new (...collaborators: never[]) => T): T => service.running.app.get(type, { strict: false });
  const perform = <T>(work: (book: TimerBook) => Promise<T>): Promise<T> =>
    get(UnitOfWork).perform(() => work(get(TimerBook)));
  const inMs = (ms: number): Date => new Date(service.running.app.get(Clock, { strict: false }).now().getTime() + ms);
  const dueOf = (key: string): Promise<Date | null | undefined> =>
    withClient(service.database.appUrl, async (client) => {
      const { rows } = await client.query<{ due_at: Date | null }>('select due_at from timer where key = $1', [key]);
      return rows[0]?.due_at;
    });
  const seen = (...expected: string[]): Promise<true> =>
    eventually(() => woken.join() === expected.join(), {
      describe: () => `woken ${expected.join()}, not ${woken.join()}`,
    });

  it('wake what is due, once it is cleared no more, and nothing before its time', async () => {
    get(TimerWorker).when('step', async ({ subject }) => {
      woken.push(subject);
      await perform((book) => book.clear('step', subject));
    });
    await perform(async (book) => {
      await book.set('step', 'later', inMs(FAR));
      await book.set('step', 'now', inMs(0));
    });
    await seen('now');
    await perform((book) => book.set('step', 'later', inMs(0)));
    await seen('now', 'later');
    expect(await dueOf('step|now')).toBeNull();
  });

  it('are set by work that commits only', async () => {
    get(TimerWorker).when('step', ({ subject }) => Promise.resolve(void woken.push(subject)));
    const failed = perform(async (book) => {
      await book.set('step', 'never', inMs(0));
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    expect(await dueOf('step|never')).toBeUndefined();
  });

  it('are put off, counting how often they were woken', async () => {
    get(TimerWorker).when('number', async ({ subject, attempts }) => {
      woken.push(`${subject} ${attempts}`);
      await perform((book) => (attempts < 3 ? book.again('number', subject, inMs(0)) : book.clear('number', subject)));
    });
    await perform((book) => book.set('number', 'a', inMs(0)));
    await seen('a 1', 'a 2', 'a 3');
  });

  it('keep their lease when the work fails, so that it is done again later, and go on with the others', async () => {
    get(TimerWorker).when('step', async ({ subject }) => {
      woken.push(subject);
      if (subject === 'broken') throw new Error('broken');
      await perform((book) => book.clear('step', subject));
    });
    await perform(async (book) => {
      await book.set('step', 'broken', inMs(0));
      await book.set('step', 'whole', inMs(1));
    });
    await seen('broken', 'whole');
    const lease = await dueOf('step|broken');
    expect(lease?.getTime()).toBeGreaterThan(inMs(2_000).getTime());
    // a process that died keeps it no longer than this
    expect(lease?.getTime()).toBeLessThan(inMs(6_000).getTime());
  });

  it('stay with a process that lives as long as its work takes, and with nobody else', async () => {
    let finish = (): void => undefined;
    get(TimerWorker).when('step', async ({ subject }) => {
      woken.push(subject);
      await new Promise<void>((resolve) => (finish = resolve));
      await perform((book) => book.clear('step', subject));
    });
    await perform((book) => book.set('step', 'long', inMs(0)));
    await seen('long');
    const claimed = await dueOf('step|long');
    const isRenewed = async (): Promise<boolean> =>
      ((await dueOf('step|long'))?.getTime() ?? 0) > (claimed?.getTime() ?? 0);
    await eventually(isRenewed, { describe: 'the renewed lease' });
    finish();
    await eventually(async () => (await dueOf('step|long')) === null, { describe: 'the cleared timer' });
    await seen('long');
  });

  it('bring the work of each day once, and make up in order for days that passed while nobody ran', async () => {
    const clock = service.running.app.get(Clock, { strict: false });
    const today = localDate(clock.now());
    const days = [0, 1, 2].map((days) => addDays(today, days));
    await eventually(async () => (await dueOf(`diary|${today}`)) !== undefined, { describe: 'the first day' });
    written.length = 0;
    Object.assign(clock, { offsetMs: 3 * 86_400_000 });
    const isNext = async (): Promise<boolean> => (await dueOf(`diary|${addDays(today, 3)}`)) !== undefined;
    await eventually(isNext, { describe: 'the day after those that passed' });
    expect(written).toEqual(days);
    expect(await Promise.all(days.map((day) => dueOf(`diary|${day}`)))).toEqual([null, null, null]);
  });

  it('bring the work of a day that passed only a while after the process began, where it looks at what others do', async () => {
    const clock = service.running.app.get(Clock, { strict: false });
    const began = clock.now().getTime();
    const yesterday = addDays(localDate(clock.now()), -1);
    patient.length = 0;
    await withClient(service.database.appUrl, async (client) => {
      await client.query('update timer set key = $1, subject = $2, due_at = now() where kind = $3', [
        `patient|${yesterday}`,
        yesterday,
        'patient',
      ]);
    });
    const isPutOff = async (): Promise<boolean> =>
      ((await dueOf(`patient|${yesterday}`))?.getTime() ?? 0) > began + 3_500_000;
    await eventually(isPutOff, { describe: 'the work that waits' });
    expect(patient).toEqual([]);
    Object.assign(clock, { offsetMs: 2 * 3_600_000 });
    await eventually(() => patient[0] === yesterday, { describe: 'the work that was put off' });
  });
});
