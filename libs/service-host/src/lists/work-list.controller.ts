import { Controller, Get, Query, type Type } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsIn } from 'class-validator';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import { ListRequest } from './list.request';
import type { Page } from './page';
import { type WorkItem, type WorkListDefinition, workListPage } from './work-list.query';

/** The endpoint `GET /work-list` of a service: what waits for the person of the token at the person's office. */
export function workListController(list: WorkListDefinition): Type {
  const steps = Object.keys(list.steps);

  class WorkListRequest extends ListRequest {
    @ApiProperty({ enum: steps })
    @IsIn(steps)
    readonly step: string;
  }

  @ApiTags('work list')
  @Controller('work-list')
  @Roles(...list.roles)
  class WorkListController {
    constructor(
      private readonly unitOfWork: UnitOfWork,
      private readonly clock: Clock,
    ) {}

    @Get()
    page(@Query() wanted: WorkListRequest, @CurrentActor() { office }: Actor): Promise<Page<WorkItem>> {
      const offices = [office, ...(list.takenOver?.(office, localDate(this.clock.now())) ?? [])];
      return workListPage(this.unitOfWork, list, { ...wanted, offices });
    }
  }
  return WorkListController;
}
