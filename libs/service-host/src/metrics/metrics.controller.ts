import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OutsideUnitOfWork, Roles } from '../security/endpoint.decorators';
import { Metrics } from './metrics';

@ApiTags('health')
@Controller('metrics')
@OutsideUnitOfWork('answers while the database is away')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Roles('monitor')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
