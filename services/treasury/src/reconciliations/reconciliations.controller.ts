import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dateOf } from '../days/treasury-day.rules';
import { treasuryErrors } from '../treasury.errors';
import { ReconciliationRow } from './reconciliation.entity';
import { differenceFile, reconciliationKey } from './reconciliation.rules';
import type { Comparison, Reconciliation } from './reconciliation.state';

const OF_DAY = `
select told_by as "toldBy", side, run, parts, jsonb_array_length(received_parts) as "receivedParts", state, comparison
  from day_reconciliation where office = $1 and date = $2 order by told_by, side limit 100`;

export interface ReconciliationView {
  readonly toldBy: string;
  readonly side: string;
  readonly run: number;
  readonly parts: number;
  readonly receivedParts: number;
  readonly state: Reconciliation['state'];
  readonly comparison?: Comparison;
}

/** The daily reconciliations of the own office and their difference files. */
@Controller('reconciliations')
@ApiTags('reconciliations')
@Roles('treasury-clerk', 'agency-leader')
export class ReconciliationsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':date')
  async ofDay(
    @Param('date') date: string,
    @CurrentActor() { office }: Actor,
  ): Promise<{ readonly items: readonly ReconciliationView[] }> {
    return { items: await this.unitOfWork.query<ReconciliationView>(OF_DAY, [office, dateOf(date)]) };
  }

  @Get(':date/:toldBy/:side/differences')
  @Header('content-type', 'text/plain; charset=utf-8')
  async file(
    @Param('date') date: string,
    @Param('toldBy') toldBy: Reconciliation['toldBy'],
    @Param('side') side: string,
    @CurrentActor() { office }: Actor,
  ): Promise<string> {
    const key = reconciliationKey({ office, toldBy, side }, dateOf(date));
    const reconciliation = await this.unitOfWork.read(ReconciliationRow, key);
    if (!reconciliation?.comparison) throw treasuryErrors.NOT_RECONCILED({ date, toldBy, side });
    return differenceFile(reconciliation);
  }
}
