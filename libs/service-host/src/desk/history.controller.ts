import { Controller, Get, Param, Query, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { ListRequest } from '../lists/list.request';
import type { Page } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import type { DeskDefinition } from './desk.definition';
import { deskErrors } from './desk.errors';
import { type ChangeView, historyPage } from './desk-history.query';
import { officesOf } from './desk-standing';

/** `GET /history/:subject`: who changed what, when, from which message, under which rules. */
export function historyController(desk: DeskDefinition): Type {
  @ApiTags('history')
  @Controller('history')
  @Roles(...desk.roles)
  class HistoryController {
    constructor(
      private readonly unitOfWork: UnitOfWork,
      private readonly clock: Clock,
    ) {}

    @Get(':subject')
    async of(
      @Param('subject') subject: string,
      @Query() wanted: ListRequest,
      @CurrentActor() { office }: Actor,
    ): Promise<Page<ChangeView>> {
      const offices = officesOf(desk, office, this.clock.now());
      const page = await historyPage(this.unitOfWork, { ...wanted, subject, offices });
      if (page.items.length === 0 && wanted.cursor === undefined) throw deskErrors.SUBJECT_UNKNOWN({ subject });
      return page;
    }
  }
  return HistoryController;
}
