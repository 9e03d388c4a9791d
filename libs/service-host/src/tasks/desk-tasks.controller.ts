import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, type Type } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsIn } from 'class-validator';
import { ListRequest } from '../lists/list.request';
import { type Page, pageOf, placeOf } from '../lists/page';
import { type Actor, requireOffice } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import { DeskTaskEntity, type TaskKind } from './desk-task.entity';

const kinds: readonly TaskKind[] = ['late', 'officer-task', 'alarm'];
const LIST = `
select id, kind, office, dossier_code as "dossierCode", branch, text, since from desk_task
 where office = $1 and kind = $2 and closed_at is null and (since, id::text) > ($3::timestamptz, $4)
 order by since, id::text limit $5`;

class TasksRequest extends ListRequest {
  @ApiProperty({ enum: kinds })
  @IsIn([...kinds])
  readonly kind: TaskKind;
}

/** The endpoints `/tasks` of a service: what these roles of an office have to look at. */
export function deskTasksController(roles: readonly [string, ...string[]]): Type {
  /** What somebody of the office has to look at: late agencies, messages that came to nothing, alarms. */
  @ApiTags('tasks')
  @Controller('tasks')
  @Roles(...roles)
  class TasksController {
    constructor(
      private readonly unitOfWork: UnitOfWork,
      private readonly clock: Clock,
    ) {}

    @Get()
    async list(
      @Query() { kind, limit, cursor }: TasksRequest,
      @CurrentActor() { office }: Actor,
    ): Promise<Page<object>> {
      const [since = '-infinity', id = ''] = cursor === undefined ? [] : placeOf(cursor, 2);
      const rows = await this.unitOfWork.query<DeskTaskEntity>(LIST, [office, kind, since, id, limit + 1]);
      return pageOf(rows, limit, { view: taskView, place: (row) => [row.since.toISOString(), row.id] });
    }

    @Post(':id/close')
    @HttpCode(200)
    async close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<object> {
      const task = await this.unitOfWork.get(DeskTaskEntity, id);
      requireOffice(actor, task.office);
      const closed = task.closedAt ? task : { ...task, closedAt: this.clock.now(), closedBy: actor.id };
      this.unitOfWork.save(DeskTaskEntity, closed);
      return taskView(closed);
    }
  }
  return TasksController;
}

function taskView({ since, closedAt, branch, ...task }: DeskTaskEntity): object {
  return {
    ...task,
    ...(branch && { branch }),
    since: instantText(since),
    ...(closedAt && { closedAt: instantText(closedAt) }),
  };
}
