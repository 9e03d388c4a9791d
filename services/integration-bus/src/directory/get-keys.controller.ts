import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OutsideUnitOfWork, PublicEndpoint } from '@lienthong/service-host';
import { CurrentRegistry } from '../members/current-registry';
import type { PublishedKey } from '../members/registry.repository';

@ApiTags('directory')
@Controller('directory')
export class GetKeysController {
  constructor(private readonly registry: CurrentRegistry) {}

  /** Public keys of all members with their validity: whoever checks a message or a log entry needs them. */
  @Get('keys')
  @PublicEndpoint('public keys are for everyone who verifies')
  @OutsideUnitOfWork('answers from memory')
  keys(): readonly PublishedKey[] {
    return this.registry.publishedKeys;
  }
}
