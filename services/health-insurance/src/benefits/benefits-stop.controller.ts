import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { BenefitsStopRow } from './benefits-stop.entity';
import { StopBenefits } from './stop-benefits';

/** The officer's desk for the end of benefits. */
@ApiTags('benefits')
@Controller('benefits-stops')
@Roles('insurance-officer')
export class BenefitsStopController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly benefits: StopBenefits,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Roles('insurance-officer', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<BenefitsStopRow> {
    return this.own(code, actor);
  }

  @Post(':code/stop')
  @HttpCode(200)
  async stop(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<BenefitsStopRow> {
    return this.benefits.stop(await this.own(code, actor), { at: this.clock.now(), by: actor.id });
  }

  private async own(code: string, actor: Actor): Promise<BenefitsStopRow> {
    const request = await this.unitOfWork.get(BenefitsStopRow, code);
    requireOffice(actor, request.office);
    return request;
  }
}
