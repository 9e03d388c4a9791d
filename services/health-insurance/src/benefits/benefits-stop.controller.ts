import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Decides, OfficerDesk, Roles, Shows } from '@lienthong/service-host';
import { BenefitsStopRow } from './benefits-stop.entity';
import { StopBenefits } from './stop-benefits';

/** The officer's desk for the end of benefits. */
@ApiTags('benefits')
@Controller('benefits-stops')
@Roles('insurance-officer')
export class BenefitsStopController {
  constructor(
    private readonly desk: OfficerDesk,
    private readonly benefits: StopBenefits,
  ) {}

  @Get(':code')
  @Shows(BenefitsStopRow, { param: 'code' })
  @Roles('insurance-officer', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<BenefitsStopRow> {
    return this.desk.own(BenefitsStopRow, code, actor);
  }

  @Post(':code/stop')
  @HttpCode(200)
  @Decides(BenefitsStopRow, { param: 'code' })
  async stop(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<BenefitsStopRow> {
    return this.benefits.stop(await this.desk.own(BenefitsStopRow, code, actor), this.desk.by(actor));
  }
}
