import { Body, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import type { EntityClass } from '@lienthong/persistence';
import type { Actor } from '../security/actor';
import { Decides, OF_DESK } from '../desk/decides.decorator';
import { CurrentActor } from '../security/endpoint.decorators';
import type { OfficerDesk } from './officer-desk';
import type { DecidedRequest, RequestDecisions } from './request-decisions';
import { RefuseRequest, WantSupplementRequest } from './request-desk.requests';

/** The officer's desk for requests of one kind; the agency's own controller adds who may come, the view, and the grant. */
export abstract class RequestDesk<R extends DecidedRequest> {
  protected constructor(
    protected readonly desk: OfficerDesk,
    private readonly decisions: RequestDecisions<R>,
    private readonly row: EntityClass<R>,
  ) {}

  /** A request as the officers of its office see it. */
  protected abstract view(request: R): object;

  @Post(':code/accept')
  @HttpCode(200)
  @Decides(OF_DESK, { param: 'code' })
  async accept(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.view(await this.decisions.accept(await this.own(code, actor), this.desk.by(actor)));
  }

  @Post(':code/want-supplement')
  @HttpCode(200)
  @Decides(OF_DESK, { param: 'code' })
  @ApiBody({ schema: schemaOf(WantSupplementRequest) as object })
  async wantSupplement(
    @Param('code') code: string,
    @Body() wanted: WantSupplementRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.view(await this.decisions.wantSupplement(await this.own(code, actor), wanted, this.desk.by(actor)));
  }

  @Post(':code/refuse')
  @HttpCode(200)
  @Decides(OF_DESK, { param: 'code' })
  @ApiBody({ schema: schemaOf(RefuseRequest) as object })
  async refuse(
    @Param('code') code: string,
    @Body() { reason }: RefuseRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    return this.view(await this.decisions.refuse(await this.own(code, actor), reason, this.desk.by(actor)));
  }

  protected own(code: string, actor: Actor): Promise<R> {
    return this.desk.own(this.row, code, actor);
  }
}
