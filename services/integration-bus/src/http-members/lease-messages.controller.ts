import { Body, Controller, Delete, Header, HttpCode, Param, ParseUUIDPipe, Post, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, MEMBER_ROLE, OutsideUnitOfWork, Roles } from '@lienthong/service-host';
import type { Response } from 'express';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { MemberGuard } from '../quotas/member.guard';
import { leaseSchema } from './http-members.openapi';
import { LeaseDesk, leaseText } from './lease-desk';
import { LeaseMessagesRequest } from './lease-messages.request';
import { onceBroken } from './once-broken';

@ApiTags('messages')
@Controller('messages/leases')
@Roles(MEMBER_ROLE)
@UseGuards(MemberGuard)
@OutsideUnitOfWork('may wait long; takes deliveries in a transaction of its own')
export class LeaseMessagesController {
  constructor(
    private readonly desk: LeaseDesk,
    private readonly registry: CurrentRegistry,
  ) {}

  /** Messages for the member, each to one puller at a time and in order; acknowledged by a protocol message to `POST /messages`. */
  @Post()
  @HttpCode(200)
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({ summary: 'Take messages for a while; waits until there are some' })
  @ApiResponse({ status: 200, schema: leaseSchema })
  async lease(
    @CurrentActor() { member }: Actor,
    @Body() wish: LeaseMessagesRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const transport = this.registry.now.member(member)?.transport ?? '-';
    if (transport !== 'pull') throw busErrors.NOT_A_PULLER({ member, transport });
    const gone = new AbortController();
    const leasing = this.desk.lease(member, wish, gone.signal);
    onceBroken(response, () => {
      gone.abort();
      void this.desk.unread(member, leasing);
    });
    return leaseText(await leasing);
  }

  /** What the lease has left is given to the next puller at once; what the bus told with it was read. */
  @Delete(':leaseId')
  @HttpCode(204)
  @ApiOperation({ summary: 'Give back what a lease has left' })
  async giveBack(@CurrentActor() { member }: Actor, @Param('leaseId', ParseUUIDPipe) leaseId: string): Promise<void> {
    await this.desk.giveBack(member, leaseId);
  }
}
