import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { type Actor, CurrentActor, Decides, OfficerDesk, RefuseRequest, Roles, Shows } from '@lienthong/service-host';
import { ClaimRow } from './claim.entity';
import type { Claim } from './funeral-claim.state';
import { ProcessClaim } from './process-claim';

/** The desk for funeral support: an officer assesses, the chair of the commune decides. */
@ApiTags('claims')
@Controller('claims')
export class ClaimController {
  constructor(
    private readonly desk: OfficerDesk,
    private readonly process: ProcessClaim,
  ) {}

  @Get(':code')
  @Shows(ClaimRow, { param: 'code' })
  @Roles('social-officer', 'commune-chair', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.desk.own(ClaimRow, code, actor);
  }

  @Post(':code/assess')
  @HttpCode(200)
  @Decides(ClaimRow, { param: 'code' })
  @Roles('social-officer')
  async assess(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.assess(await this.desk.own(ClaimRow, code, actor), this.desk.by(actor));
  }

  @Post(':code/decide')
  @HttpCode(200)
  @Decides(ClaimRow, { param: 'code' })
  @Roles('commune-chair')
  async decide(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.decide(await this.desk.own(ClaimRow, code, actor), this.desk.by(actor));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @Decides(ClaimRow, { param: 'code' })
  @Roles('social-officer', 'commune-chair')
  @ApiBody({ schema: schemaOf(RefuseRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: RefuseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Claim> {
    return this.process.refuse(await this.desk.own(ClaimRow, code, actor), { reason }, this.desk.by(actor));
  }

  @Post(':code/recovered')
  @HttpCode(200)
  @Decides(ClaimRow, { param: 'code' })
  @Roles('social-officer')
  async recovered(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.recovered(await this.desk.own(ClaimRow, code, actor), this.desk.by(actor));
  }
}
