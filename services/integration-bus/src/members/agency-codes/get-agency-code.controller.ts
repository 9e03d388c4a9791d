import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { Clock, localDate } from '@lienthong/kernel';
import { Roles } from '@lienthong/service-host';
import { IsOptional } from 'class-validator';
import { IsDay } from '../acts/member.fields';
import { AgencyCodes, type ResolvedCode } from './agency-codes.query';

class AgencyCodeRequest {
  @ApiPropertyOptional({ type: String, format: 'date', description: 'default: today' })
  @IsOptional()
  @IsDay()
  readonly on?: string;
}

@ApiTags('registry')
@Controller('registry/agency-codes')
export class GetAgencyCodeController {
  constructor(
    private readonly codes: AgencyCodes,
    private readonly clock: Clock,
  ) {}

  /** Whose code this is or was (QCVN 102 or QĐ 20), and who stands in its place on a day. */
  @Get(':code')
  @Roles('bus-operator')
  resolve(@Param('code') code: string, @Query() { on }: AgencyCodeRequest): Promise<ResolvedCode> {
    return this.codes.resolve(code, on ?? localDate(this.clock.now()));
  }
}
