import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { ListRequest } from '../lists/list.request';
import { type Page, pageOf, placeOf } from '../lists/page';
import type { Actor } from '../security/actor';
import { CurrentActor, Roles } from '../security/endpoint.decorators';
import type { PaperReading } from './paper-reading.entity';

const KEY_MAX = 100;
const LIST = `
select id, paper, key, office, read_by as "readBy", read_at as "readAt" from paper_reading
 where key = $1 and office = $2 and (read_at, id::text) > ($3::timestamptz, $4)
 order by read_at, id::text limit $5`;

class PaperReadingsRequest extends ListRequest {
  @ApiProperty({ description: 'dossier code, number or reference of the paper', maxLength: KEY_MAX })
  @IsString()
  @MinLength(1)
  @MaxLength(KEY_MAX)
  readonly key: string;
}

/** Who of the office has read a paper, oldest first. */
@ApiTags('papers')
@Controller('paper-readings')
@Roles('agency-leader')
export class PaperReadingsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  async list(
    @Query() { key, limit, cursor }: PaperReadingsRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<object>> {
    const [since = '-infinity', id = ''] = cursor === undefined ? [] : placeOf(cursor, 2);
    const rows = await this.unitOfWork.query<PaperReading>(LIST, [key, office, since, id, limit + 1]);
    return pageOf(rows, limit, {
      view: ({ readAt, ...reading }) => ({ ...reading, readAt: instantText(readAt) }),
      place: (row) => [row.readAt.toISOString(), row.id],
    });
  }
}
