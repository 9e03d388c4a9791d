import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { type Page, Roles } from '@lienthong/service-host';
import { registryErrors } from '../registry.errors';
import { RegistryAtRequest } from './registry-at.request';
import { type HeldView, type JudgedBy, RegistryHistory } from './registry-history.query';

@ApiTags('registry')
@Controller('registry')
@Roles('bus-operator')
export class GetRegistryController {
  constructor(
    private readonly history: RegistryHistory,
    private readonly clock: Clock,
  ) {}

  /** Which members, offices, rights, keys and schemas held at an instant, each with the entry of the log that says so. */
  @Get('at')
  at(@Query() wanted: RegistryAtRequest): Promise<Page<HeldView>> {
    const now = this.clock.now();
    const instant = wanted.instant === undefined ? now : new Date(wanted.instant);
    if (instant > now) throw registryErrors.INSTANT_AHEAD({ instant: wanted.instant ?? '' });
    return this.history.at(instant, wanted);
  }

  /** By which key, rights and schema a message was judged, and how its parties stood. */
  @Get('at/:logId')
  ofMessage(@Param('logId', ParseUUIDPipe) logId: string): Promise<JudgedBy> {
    return this.history.ofMessage(logId);
  }
}
