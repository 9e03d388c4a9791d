import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { ClaimRow } from './claim.entity';
import type { Claim } from './funeral-claim.state';
import { ProcessClaim } from './process-claim';
import { RefuseClaimRequest } from './refuse-claim.request';

/** The desk for funeral support: an officer assesses, the chair of the commune decides. */
@ApiTags('claims')
@Controller('claims')
export class ClaimController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Roles('social-officer', 'commune-chair', 'agency-leader')
  one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.own(code, actor);
  }

  @Post(':code/assess')
  @HttpCode(200)
  @Roles('social-officer')
  async assess(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.assess(await this.own(code, actor), this.by(actor));
  }

  @Post(':code/decide')
  @HttpCode(200)
  @Roles('commune-chair')
  async decide(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.decide(await this.own(code, actor), this.by(actor));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @Roles('social-officer', 'commune-chair')
  @ApiBody({ schema: schemaOf(RefuseClaimRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: RefuseClaimRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Claim> {
    return this.process.refuse(await this.own(code, actor), { reason }, this.by(actor));
  }

  @Post(':code/recovered')
  @HttpCode(200)
  @Roles('social-officer')
  async recovered(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.process.recovered(await this.own(code, actor), this.by(actor));
  }

  private async own(code: string, actor: Actor): Promise<Claim> {
    const claim = await this.unitOfWork.get(ClaimRow, code);
    requireOffice(actor, claim.office);
    return claim;
  }

  private by({ id }: Actor): { readonly at: Date; readonly by: string } {
    return { at: this.clock.now(), by: id };
  }
}
