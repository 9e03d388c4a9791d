import type { FactoryProvider, OnModuleInit, Type } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { type EntityClass, UnitOfWork } from '@lienthong/persistence';
import { PinoLogger } from 'nestjs-pino';
import { BackgroundParts } from '../health/background-parts';
import { TimedWork } from '../jobs/timed-work';
import type { AtHome } from './officer-desk';
import type { DecidedRequest, RequestDecisions } from './request-decisions';

const AT_ONCE = 50;
const REASON = 'Quá thời hạn bổ sung giấy tờ.';

/** Requests that wait for papers: their table, who refuses them, and how often it is looked. */
export interface WaitingRequests<R extends DecidedRequest> {
  readonly row: EntityClass<R>;
  readonly table: string;
  readonly atHome: AtHome;
  readonly decisions: RequestDecisions<R>;
  readonly everyMs: number;
}

interface DeadlineHost {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly parts: BackgroundParts;
  readonly logger: PinoLogger;
}

/** Papers that were not brought within their limit: the request is refused (O §4.5). */
export class SupplementDeadlines<R extends DecidedRequest = DecidedRequest> implements OnModuleInit {
  private readonly overdue: string;

  constructor(
    private readonly host: DeadlineHost,
    private readonly requests: WaitingRequests<R>,
  ) {
    host.logger.setContext(SupplementDeadlines.name);
    this.overdue = `
      select dossier_code as code from ${requests.table}
       where supplement_until < $1 order by supplement_until, dossier_code limit $2 for update skip locked`;
  }

  onModuleInit(): void {
    const { everyMs } = this.requests;
    const { parts, logger } = this.host;
    const onFailure = (error: unknown): void => logger.warn({ err: error }, 'overdue papers are looked for again');
    const work = async (): Promise<object> => ({ refused: await this.enforce() });
    parts.add(new TimedWork({ name: 'supplement-deadlines', everyMs, onFailure, work }));
  }

  /** Returns how many were refused. */
  async enforce(): Promise<number> {
    for (let refused = 0; ;) {
      const found = await this.host.unitOfWork.perform(() => this.refuseSome());
      refused += found;
      if (found < AT_ONCE) return refused;
    }
  }

  private async refuseSome(): Promise<number> {
    const { row, atHome, decisions } = this.requests;
    const { unitOfWork, clock } = this.host;
    const at = clock.now();
    const codes = await unitOfWork.query<{ code: string }>(this.overdue, [localDate(at), AT_ONCE]);
    for (const { code } of codes) {
      const overdue = atHome(await unitOfWork.get(row, code), at);
      await decisions.refuse(overdue, REASON, { at, by: 'deadline' });
    }
    return codes.length;
  }
}

type Injected<R extends DecidedRequest> = readonly [
  UnitOfWork,
  Clock,
  BackgroundParts,
  PinoLogger,
  RequestDecisions<R>,
  { readonly supplementSweepMs: number },
];

/** Provides the deadlines of a service; its configuration says how often it is looked. */
export function supplementDeadlines<R extends DecidedRequest>({
  decisions: decide,
  config,
  ...requests
}: Omit<WaitingRequests<R>, 'decisions' | 'everyMs'> & {
  readonly decisions: Type<RequestDecisions<R>>;
  readonly config: Type<{ readonly supplementSweepMs: number }>;
}): FactoryProvider<SupplementDeadlines<R>> {
  return {
    provide: SupplementDeadlines,
    inject: [UnitOfWork, Clock, BackgroundParts, PinoLogger, decide, config],
    useFactory: (...[unitOfWork, clock, parts, logger, decisions, { supplementSweepMs: everyMs }]: Injected<R>) =>
      new SupplementDeadlines({ unitOfWork, clock, parts, logger }, { ...requests, decisions, everyMs }),
  };
}
