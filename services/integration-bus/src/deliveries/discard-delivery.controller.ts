import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, OutsideUnitOfWork, Roles } from '@lienthong/service-host';
import { DiscardDelivery } from './discard-delivery';
import { DiscardDeliveryRequest } from './discard-delivery.request';

@ApiTags('deliveries')
@Controller('deliveries')
export class DiscardDeliveryController {
  constructor(private readonly discardDelivery: DiscardDelivery) {}

  /** Accepted, not done: a void takes the number when the delivery would be produced; `GET /deliveries` and the trace show it. */
  @Post(':recipient/:logId/discard')
  @HttpCode(202)
  @Roles('bus-operator')
  @OutsideUnitOfWork('appends to the log in a transaction of its own')
  discard(
    @Param('recipient') recipient: string,
    @Param('logId', ParseUUIDPipe) logId: string,
    @Body() { reason }: DiscardDeliveryRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly entryLogId: string }> {
    return this.discardDelivery.run({ recipient, logId, reason, by: actor.id });
  }
}
