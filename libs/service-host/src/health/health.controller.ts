import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { ServiceConfig } from '../config/service.config';
import { OutsideUnitOfWork, PublicEndpoint } from '../security/endpoint.decorators';
import { BackgroundParts, type ProbeResult } from './background-parts';

export interface Readiness {
  readonly status: 'ready' | 'waiting';
  readonly service: string;
  readonly probes: Readonly<Record<string, ProbeResult>>;
}

@ApiTags('health')
@Controller('health')
@PublicEndpoint('orchestrators ask without a token; it says nothing about dossiers')
@OutsideUnitOfWork('answers while the database is away')
export class HealthController {
  constructor(
    private readonly parts: BackgroundParts,
    private readonly config: ServiceConfig,
  ) {}

  /** The process answers; nothing outside of it is asked, so that a broker's absence restarts nobody. */
  @Get('live')
  live(): { status: 'live'; service: string } {
    return { status: 'live', service: this.config.member };
  }

  /** Whether work can be done now; 503 with what each probe waits for. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const probes = await this.parts.probes();
    const ready = Object.values(probes).every((probe) => probe.ready);
    response.status(ready ? 200 : 503);
    return { status: ready ? 'ready' : 'waiting', service: this.config.member, probes };
  }
}
