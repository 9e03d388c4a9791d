import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { atHome, workingOffice } from '../act';
import { AllowanceQuestionRow, FuneralAllowanceRow } from './allowance.entities';
import { FuneralAllowances } from './funeral-allowances';
import { PayAllowanceRequest } from './pay-allowance.request';

/** The officer's desk for funeral allowances. */
@ApiTags('funeral allowances')
@Controller('funeral-allowances')
@Roles('insurance-officer')
export class AllowanceController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly allowances: FuneralAllowances,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Creates()
  @ApiBody({ schema: schemaOf(PayAllowanceRequest) as object })
  pay(@Body() paid: PayAllowanceRequest, @CurrentActor() actor: Actor): Promise<FuneralAllowanceRow> {
    const { personalIdentificationNumber, diedOn } = paid;
    const { office, id } = actor;
    return this.allowances.pay(personalIdentificationNumber, { diedOn, office }, { at: this.clock.now(), by: id });
  }

  @Post(':number/recovered')
  @HttpCode(200)
  async recovered(@Param('number') number: string, @CurrentActor() actor: Actor): Promise<FuneralAllowanceRow> {
    const paid = await this.unitOfWork.get(FuneralAllowanceRow, number);
    requireOffice(actor, workingOffice(paid.office, this.clock.now()));
    return this.allowances.recovered(paid);
  }

  @Post('questions/:code/tell')
  @HttpCode(200)
  async tell(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<AllowanceQuestionRow> {
    const at = this.clock.now();
    const question = atHome(await this.unitOfWork.get(AllowanceQuestionRow, code), at, 'social-protection');
    requireOffice(actor, question.office);
    return this.allowances.tell(question, { at, by: actor.id });
  }
}
