import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { addDays, Clock, localDate } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { type Actor, CurrentActor, OutsideUnitOfWork, type Page, Roles } from '@lienthong/service-host';
import { IntegrationBusConfig } from '../integration-bus.config';
import { Reconciler } from './reconciler';
import { ListReconciliationsRequest, ReconciledDay, ReconcileRequest } from './reconciliations.request';
import { type ReconciliationReportView, Reconciliations, type ReconciliationView } from './reconciliations.query';
import { beginRun } from './runs';

@ApiTags('reconciliation')
@Controller('reconciliations')
export class ReconciliationsController {
  constructor(
    private readonly reconciliations: Reconciliations,
    private readonly reconciler: Reconciler,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** Comparisons of the members' books with the log, the newest first. */
  @Get()
  @Roles('bus-operator')
  list(@Query() wanted: ListReconciliationsRequest): Promise<Page<ReconciliationView>> {
    return this.reconciliations.page(wanted);
  }

  /** The last comparison of a day and each difference that it found. */
  @Get(':day')
  @Roles('bus-operator')
  read(
    @Param() { day }: ReconciledDay,
    @Query() wanted: ListReconciliationsRequest,
  ): Promise<ReconciliationReportView> {
    return this.reconciliations.ofDay(day, wanted);
  }

  /** Compares a day now; one that is under way is not begun again. */
  @Post()
  @HttpCode(202)
  @Roles('bus-operator')
  @OutsideUnitOfWork('the work goes on after the answer')
  async begin(
    @Body() wanted: ReconcileRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly id: string; readonly day: string }> {
    const now = this.clock.now();
    const day = wanted.day ?? addDays(localDate(now), -1);
    const { clock, config } = this;
    const id = await this.database.transaction((client) => beginRun(client, { day, by: actor.id, now, clock, config }));
    this.reconciler.wake();
    return { id, day };
  }
}
