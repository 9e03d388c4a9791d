import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Page, Roles } from '@lienthong/service-host';
import { ListDeliveriesRequest } from './list-deliveries.request';
import { OpenDeliveries, type OpenDelivery } from './open-deliveries.query';

@ApiTags('deliveries')
@Controller('deliveries')
export class ListDeliveriesController {
  constructor(private readonly deliveries: OpenDeliveries) {}

  /** What a member has not answered with a last word, the oldest first: where it stands, since when, what was said. */
  @Get()
  @Roles('bus-operator')
  list(@Query() wanted: ListDeliveriesRequest): Promise<Page<OpenDelivery>> {
    return this.deliveries.of(wanted);
  }
}
