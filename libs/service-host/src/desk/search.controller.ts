import { Body, Controller, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Page } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import type { DeskDefinition } from './desk.definition';
import { deskErrors } from './desk.errors';
import { DeskReads } from './desk-reads';
import { type Found, searchPage } from './desk-search.query';
import { isPersonal } from './desk-terms';
import { SearchRequest } from './desk.requests';
import { officesOf } from './desk-standing';

const PAGE = 100;

/** `POST /search`: where something stands at the office. */
export function searchController(desk: DeskDefinition): Type {
  @ApiTags('search')
  @Controller('search')
  @Roles(...desk.roles)
  class SearchController {
    constructor(
      private readonly unitOfWork: UnitOfWork,
      private readonly reads: DeskReads,
      private readonly clock: Clock,
    ) {}

    @Post()
    @HttpCode(200)
    @ApiBody({ schema: schemaOf(SearchRequest) as object })
    async search(
      @Body() { by: kind, value, limit = PAGE, cursor }: SearchRequest,
      @CurrentActor() actor: Actor,
    ): Promise<Page<Found>> {
      const { personalDataFor: allowed } = desk;
      const isAboutPersons = isPersonal(kind);
      if (isAboutPersons && !actor.roles.some((role) => allowed.includes(role)))
        throw deskErrors.PERSONAL_DATA({ allowed });
      const offices = officesOf(desk, actor.office, this.clock.now());
      const found = await searchPage(this.unitOfWork, { term: { kind, value }, offices, limit, cursor });
      if (isAboutPersons) await this.reads.record(actor, kind, found.items);
      return found;
    }
  }
  return SearchController;
}
