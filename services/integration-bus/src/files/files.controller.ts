import { Controller, Get, Param, ParseUUIDPipe, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, ListRequest, MEMBER_ROLE, type Page, Roles } from '@lienthong/service-host';
import { MemberGuard } from '../quotas/member.guard';
import { fileErrors } from './files.errors';
import { type FileReadingView, FilesQuery, type FileView, type NamingMessage } from './files.query';
import { ListFilesRequest } from './list-files.request';

const OPERATOR = 'bus-operator';

@ApiTags('files')
@Controller('files')
@UseGuards(MemberGuard)
export class FilesController {
  constructor(private readonly files: FilesQuery) {}

  /** Files of all members, the newest first. */
  @Get()
  @Roles(OPERATOR)
  list(@Query() wanted: ListFilesRequest): Promise<Page<FileView>> {
    return this.files.list(wanted);
  }

  /** What is known of a file; its owner and an operator also see which messages name it. */
  @Get(':fileId')
  @Roles(MEMBER_ROLE, OPERATOR)
  async one(
    @CurrentActor() actor: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<FileView & { readonly namedBy?: readonly NamingMessage[] }> {
    const member = readerOf(actor);
    const file = await this.files.find(fileId, member);
    const seesAll = member === undefined || member === file.owner;
    return seesAll ? { ...file, namedBy: await this.files.namedBy(fileId) } : file;
  }

  /** Who has read it and when, for its owner and operators, the oldest first. */
  @Get(':fileId/readings')
  @Roles(MEMBER_ROLE, OPERATOR)
  async readings(
    @CurrentActor() actor: Actor,
    @Param('fileId', ParseUUIDPipe) fileId: string,
    @Query() wanted: ListRequest,
  ): Promise<Page<FileReadingView>> {
    const member = readerOf(actor);
    const { owner } = await this.files.find(fileId, member);
    if (member !== undefined && member !== owner) throw fileErrors.UNKNOWN({ fileId });
    return this.files.readings(fileId, wanted);
  }
}

/** Undefined for an operator, who sees the files of all. */
function readerOf({ roles, member }: Actor): string | undefined {
  return roles.includes(OPERATOR) ? undefined : member;
}
