import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CurrentActor,
  Decides,
  DeskOf,
  OfficerDesk,
  RequestDesk,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { DecideCard } from './decide-card';
import { CardRequestRow } from './card-request.entity';
import { cardRequestView } from './card-request.response';
import type { CardRequest } from './card-request.state';

/** The officer's desk for requests of health insurance cards: accept, want a supplement, issue, refuse. */
@ApiTags('card-requests')
@Controller('card-requests')
@Roles('insurance-officer')
@DeskOf(CardRequestRow)
export class CardRequestController extends RequestDesk<CardRequest> {
  protected readonly view = cardRequestView;

  constructor(
    desk: OfficerDesk,
    private readonly decide: DecideCard,
  ) {
    super(desk, decide, CardRequestRow);
  }

  @Get(':code')
  @Shows(CardRequestRow, { param: 'code' })
  @Roles('insurance-officer', 'agency-leader')
  async one(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.view(await this.own(code, actor));
  }

  @Post(':code/issue')
  @HttpCode(200)
  @Decides(CardRequestRow, { param: 'code' })
  async issue(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    return this.view(await this.decide.issue(await this.own(code, actor), this.desk.by(actor)));
  }
}
