import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { RefuseActRequest, SettleActRequest } from './act.request';
import type { ActView } from './act.view';
import { Acts } from './acts';

@ApiTags('acts')
@Controller('acts')
@Roles('bus-operator')
export class SettleActController {
  constructor(private readonly acts: Acts) {}

  /** By another person than the one who asked: carries a permitting act out, and makes a restricting one stay without alarm. */
  @Post(':id/confirmation')
  @HttpCode(200)
  confirm(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SettleActRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ActView> {
    return this.acts.settle({ id, by: 'confirmation', ...body, actor });
  }

  /** A permitting act is not done; a restricting one stays in force, is disputed, and raises its alarm until it is settled. */
  @Post(':id/refusal')
  @HttpCode(200)
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RefuseActRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ActView> {
    return this.acts.settle({ id, by: 'refusal', reason, actor });
  }
}
