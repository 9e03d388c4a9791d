import { Body, Controller, Get, HttpCode, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiBody, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { schemaOf } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsIn, IsOptional } from 'class-validator';
import type { Page } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import { DeskClaims } from './desk-claims';
import type { DeskDefinition } from './desk.definition';
import { DeskListRequest, ReassignRequest, WorkNameRequest } from './desk.requests';
import { officesOf } from './desk-standing';
import { type Claim, type WorkItem, workListPage } from './work-list.query';

/** `/work-list`: what waits for the person of the token at the person's office, and who does it. */
export function workListController(desk: DeskDefinition): Type {
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
