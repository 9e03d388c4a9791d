import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Decides, OfficerDesk, Roles, Shows } from '@lienthong/service-host';
import { ResidenceTimers } from '../residence-timers';
import { DeregistrationRow } from './deregistration.entity';
import type { Deregistration } from './deregistration.state';
import { EndResidence } from './end-residence';

/** The officer's desk for the end of residences. */
@ApiTags('deregistrations')
@Controller('deregistrations')
@Roles('residence-officer')
export class DeregistrationController {
  constructor(
    private readonly desk: OfficerDesk,
    private readonly residence: EndResidence,
    private readonly timers: ResidenceTimers,
  ) {}

  @Get(':code')
  @Shows(DeregistrationRow, { param: 'code' })
  @Roles('residence-officer', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Deregistration> {
    return this.desk.own(DeregistrationRow, code, actor);
  }

  @Post(':code/deregister')
  @HttpCode(200)
  @Decides(DeregistrationRow, { param: 'code' })
  async deregister(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Deregistration> {
    const known = await this.desk.own(DeregistrationRow, code, actor);
    const done = await this.residence.deregister(known, this.desk.by(actor));
    this.timers.askSoon();
    return done;
  }
}
