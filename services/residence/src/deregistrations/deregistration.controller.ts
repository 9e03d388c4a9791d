import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
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
    private readonly unitOfWork: UnitOfWork,
    private readonly residence: EndResidence,
    private readonly timers: ResidenceTimers,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Roles('residence-officer', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Deregistration> {
    return this.own(code, actor);
  }

  @Post(':code/deregister')
  @HttpCode(200)
  async deregister(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Deregistration> {
    const known = await this.own(code, actor);
    const done = await this.residence.deregister(known, { at: this.clock.now(), by: actor.id });
    this.timers.askSoon();
    return done;
  }

  private async own(code: string, actor: Actor): Promise<Deregistration> {
    const deregistration = await this.unitOfWork.get(DeregistrationRow, code);
    requireOffice(actor, deregistration.office);
    return deregistration;
  }
}
