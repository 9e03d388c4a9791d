import { Controller, Get, Param, ParseUUIDPipe, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLE, Roles } from '@lienthong/service-host';
import { MemberGuard } from '../quotas/member.guard';
import { type MessageStatus, MessageStatusQuery } from './message-status.query';

@ApiTags('messages')
@Controller('messages')
@UseGuards(MemberGuard)
export class GetMessageStatusController {
  constructor(private readonly statuses: MessageStatusQuery) {}

  /** Own messages only: for those of others the answer is as for those that never were. */
  @Get(':id/status')
  @Roles(MEMBER_ROLE)
  @ApiOperation({
    summary: 'What became of an own message: accepted, delivered, handled, rejected, each with time and signer',
  })
  read(@CurrentActor() { member }: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MessageStatus> {
    return this.statuses.of(member, id);
  }
}
