import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { treasuryErrors } from '../treasury.errors';
import { AnswerInvestigation } from './answer-investigation';
import { InvestigationRow } from './investigation.entity';
import type { Investigation } from './investigation.state';
import { AnswerInvestigationRequest } from './investigations.request';

export type InvestigationView = Omit<Investigation, 'openedAt'> & { readonly openedAt: string };

/** M46 at the treasury: what was found, what the tax office asked, and the answer, within T25. */
@Controller('payment-investigations')
@ApiTags('payment investigations')
export class InvestigationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: AnswerInvestigation,
  ) {}

  @Get(':id')
  @Shows(InvestigationRow, { param: 'id' })
  @Roles('treasury-clerk', 'agency-leader')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<InvestigationView> {
    return view(await this.own(id, actor));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Decides(InvestigationRow, { param: 'id' })
  @Roles('treasury-clerk')
  async answer(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { outcome, reason }: AnswerInvestigationRequest,
    @CurrentActor() actor: Actor,
  ): Promise<InvestigationView> {
    if (outcome === 'refused' && reason === undefined) throw treasuryErrors.REASON_MISSING({ id });
    const investigation = await this.own(id, actor);
    const said = { outcome, by: actor.id, ...(reason === undefined ? {} : { reason }) };
    return view(await this.answers.answer(investigation, said));
  }

  private async own(id: string, actor: Actor): Promise<Investigation> {
    const investigation = await this.unitOfWork.get(InvestigationRow, id);
    requireOffice(actor, investigation.office);
    return investigation;
  }
}

function view({ openedAt, ...investigation }: Investigation): InvestigationView {
  return { ...investigation, openedAt: instantText(openedAt) };
}
