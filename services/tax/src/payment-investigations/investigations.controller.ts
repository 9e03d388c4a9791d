import { UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  Creates,
  CurrentActor,
  Decides,
  ListRequest,
  type Page,
  pageOf,
  placeOf,
  requireOffice,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AskCorrection } from './ask-correction';
import { AskCorrectionRequest, OpenInvestigationRequest } from './investigations.request';
import { PaymentInvestigation } from './payment-investigation.entity';

const OPEN = `
select id, reference, opened_on::text as "openedOn", request_by::text as "requestBy", answer_by::text as "answerBy", faults
  from payment_investigation where office = $1 and state = 'open' and (request_by, id) > ($2::date, $3)
 order by request_by, id limit $4`;

export type OpenInvestigationView = Pick<
  PaymentInvestigation,
  'id' | 'reference' | 'openedOn' | 'requestBy' | 'answerBy' | 'faults'
>;

/** M46 at the tax office: what waits for C1-07, the most pressing first, and the asking. */
@Controller('payment-investigations')
@ApiTags('payment investigations')
@Roles('tax-officer')
export class InvestigationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly correction: AskCorrection,
  ) {}

  @Get()
  @Roles('tax-officer', 'agency-leader')
  async open(
    @Query() { limit, cursor }: ListRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<OpenInvestigationView>> {
    const [by = '-infinity', id = ''] = cursor === undefined ? [] : placeOf(cursor, 2);
    const rows = await this.unitOfWork.query<OpenInvestigationView>(OPEN, [office, by, id, limit + 1]);
    return pageOf(rows, limit, { view: (row) => row, place: (row) => [row.requestBy, row.id] });
  }

  @Get(':id')
  @Shows(PaymentInvestigation, { param: 'id' })
  @Roles('tax-officer', 'agency-leader')
  get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PaymentInvestigation> {
    return this.own(id, actor);
  }

  @Post()
  @Creates()
  start(@Body() request: OpenInvestigationRequest, @CurrentActor() actor: Actor): Promise<PaymentInvestigation> {
    return this.correction.open(request, actor);
  }

  @Post(':id/correction')
  @HttpCode(200)
  @Decides(PaymentInvestigation, { param: 'id' })
  async ask(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: AskCorrectionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentInvestigation> {
    return this.correction.ask(await this.own(id, actor), request, actor);
  }

  private async own(id: string, actor: Actor): Promise<PaymentInvestigation> {
    const investigation = await this.unitOfWork.get(PaymentInvestigation, id);
    requireOffice(actor, investigation.office);
    return investigation;
  }
}
