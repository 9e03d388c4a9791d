import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { DecideCard } from './decide-card';
import { CardRequestRow } from './card-request.entity';
import { RefuseRequest, WantSupplementRequest } from './card-request.requests';
import { cardRequestView } from './card-request.response';
import type { CardRequest } from './card-request.state';

/** The officer's desk for requests of health insurance cards. */
@ApiTags('card-requests')
@Controller('card-requests')
@Roles('insurance-officer')
export class CardRequestController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideCard,
    private readonly clock: Clock,
  ) {}

  @Get(':code')
  @Roles('insurance-officer', 'agency-leader')
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return cardRequestView(await this.own(code, actor));
  }

  @Post(':code/accept')
  @HttpCode(200)
  async accept(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return cardRequestView(await this.decide.accept(await this.own(code, actor), this.by(actor)));
  }

  @Post(':code/issue')
  @HttpCode(200)
  async issue(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return cardRequestView(await this.decide.issue(await this.own(code, actor), this.by(actor)));
  }

  @Post(':code/want-supplement')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(WantSupplementRequest) as object })
  async wantSupplement(
    @Param('code') code: string,
    @Body() wanted: WantSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return cardRequestView(await this.decide.wantSupplement(await this.own(code, actor), wanted, this.by(actor)));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @ApiBody({ schema: schemaOf(RefuseRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: RefuseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return cardRequestView(await this.decide.refuse(await this.own(code, actor), reason, this.by(actor)));
  }

  private async own(code: string, actor: Actor): Promise<CardRequest> {
    const request = await this.unitOfWork.get(CardRequestRow, code);
    requireOffice(actor, request.office);
    return request;
  }

  private by({ id }: Actor): { readonly at: Date; readonly by: string } {
    return { at: this.clock.now(), by: id };
  }
}
