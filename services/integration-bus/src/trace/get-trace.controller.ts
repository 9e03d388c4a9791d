import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@lienthong/service-host';
import type { Trace } from './trace';
import { TraceQuery } from './trace.query';

@ApiTags('trace')
@Controller('trace')
export class GetTraceController {
  constructor(private readonly traces: TraceQuery) {}

  /** Every message of a dossier in the order of acceptance, every acknowledgement, and where each delivery waits. No payloads. */
  @Get(':dossierCode')
  @Roles('bus-operator')
  read(@Param('dossierCode') dossierCode: string): Promise<Trace> {
    return this.traces.ofDossier(dossierCode);
  }
}
