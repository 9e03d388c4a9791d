import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Page, Roles } from '@lienthong/service-host';
import { ReplayList, type ReplayView } from './replay-list.query';
import { ListReplaysRequest } from './replay.request';

@ApiTags('replays')
@Controller('replays')
export class ListReplaysController {
  constructor(private readonly replays: ReplayList) {}

  /** Replays and how far they have come, the newest first. */
  @Get()
  @Roles('bus-operator')
  list(@Query() wanted: ListReplaysRequest): Promise<Page<ReplayView>> {
    return this.replays.page(wanted);
  }

  @Get(':id')
  @Roles('bus-operator')
  read(@Param('id', ParseUUIDPipe) id: string): Promise<ReplayView> {
    return this.replays.get(id);
  }
}
