import { Body, Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiBody, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsIn, IsOptional } from 'class-validator';
import { ListRequest } from '../lists/list.request';
import type { Page } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import { DeskClaims } from './desk-claims';
import type { DeskDefinition } from './desk.definition';
import { deskErrors } from './desk.errors';
import { type ChangeView, historyPage } from './desk-history.query';
import { DeskReads } from './desk-reads';
import { type Found, searchPage } from './desk-search.query';
import { isPersonal } from './desk-terms.rules';
import { officesOf } from './desk.rules';
import { DeskListRequest, ReassignRequest, SearchRequest, WorkNameRequest } from './desk.requests';
import { type Claim, type WorkItem, workListPage } from './work-list.query';

/** The endpoints of an agency's desks: what waits, who has it, what is found, what became of it. */
export function deskControllers(desk: DeskDefinition): readonly Type[] {
  return [workController(desk), searchController(desk), historyController(desk)];
}

/** `/work-list`: what waits for the person of the token at the person's office, and who does it. */
function workController(desk: DeskDefinition): Type {
  const { steps } = desk;

  class WorkListRequest extends DeskListRequest {
    @ApiPropertyOptional({ enum: steps, description: 'without it: every step' })
    @IsOptional()
    @IsIn([...steps])
    readonly step?: string;
  }

  @ApiTags('work list')
  @Controller('work-list')
  @Roles(...desk.roles)
  class WorkListController {
    constructor(
      private readonly unitOfWork: UnitOfWork,
      private readonly claims: DeskClaims,
      private readonly clock: Clock,
    ) {}

    @Get()
    page(
      @Query() { late, ...wanted }: WorkListRequest,
      @CurrentActor() { id: person, office }: Actor,
    ): Promise<Page<WorkItem>> {
      const at = this.clock.now();
      const offices = officesOf(desk, office, at);
      return workListPage(this.unitOfWork, { ...wanted, late: late === 'true', offices, person, at });
    }

    @Post(':kind/:key/claim')
    @HttpCode(200)
    claim(@Param() work: WorkNameRequest, @CurrentActor() actor: Actor): Promise<Claim> {
      return this.claims.claim(work, actor);
    }

    @Post(':kind/:key/release')
    @HttpCode(204)
    release(@Param() work: WorkNameRequest, @CurrentActor() actor: Actor): Promise<void> {
      return this.claims.release(work, actor);
    }

    @Post(':kind/:key/reassign')
    @HttpCode(200)
    @Roles(...desk.leaders)
    @ApiBody({ schema: schemaOf(ReassignRequest) as object })
    reassign(
      @Param() work: WorkNameRequest,
      @Body() wanted: ReassignRequest,
      @CurrentActor() leader: Actor,
    ): Promise<Claim> {
      return this.claims.reassign(work, wanted, leader);
    }
  }
  return WorkListController;
}

/** `POST /search`: where something stands at the office. */
function searchController(desk: DeskDefinition): Type {
  const PAGE = 100;

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

/** `GET /history/:subject`: who changed what, when, from which message, under which rules. */
function historyController(desk: DeskDefinition): Type {
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
