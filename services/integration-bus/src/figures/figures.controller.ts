import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Roles } from '@lienthong/service-host';
import { type ExchangeFigures, FiguresQuery } from './figures.query';
import { FiguresRequest } from './figures.request';
import { type MemberBehind, WhoIsBehind } from './who-is-behind.query';

@ApiTags('figures')
@Controller()
export class FiguresController {
  constructor(
    private readonly figures: FiguresQuery,
    private readonly whoIsBehind: WhoIsBehind,
  ) {}

  /** Who is behind: what waits for each member, since when, when it was last seen, how fast it handles. */
  @Get('behind')
  @Roles('bus-operator')
  async behind(): Promise<{ readonly members: readonly MemberBehind[] }> {
    return { members: await this.whoIsBehind.list() };
  }

  /** What each member sent, received and handled, and what was refused of it, by day and type. */
  @Get('figures')
  @Roles('bus-operator')
  read(@Query() wanted: FiguresRequest): Promise<ExchangeFigures> {
    return this.figures.read(wanted);
  }
}
