import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Page, Roles } from '@lienthong/service-host';
import { ListParkedRequest } from './list-parked.request';
import { ParkedDeliveries, type ParkedDelivery } from './parked-deliveries.query';

@ApiTags('parked messages')
@Controller('parked')
export class ListParkedController {
  constructor(private readonly parked: ParkedDeliveries) {}

  /** What recipients say that they could not handle: cause, attempts, hash, schema, first and last time. */
  @Get()
  @Roles('bus-operator')
  list(@Query() wanted: ListParkedRequest): Promise<Page<ParkedDelivery>> {
    return this.parked.page(wanted);
  }
}
