import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  correlationOf,
  CurrentActor,
  MEMBER_ROLE,
  OutsideUnitOfWork,
  Roles,
} from '@lienthong/service-host';
import type { Request, Response } from 'express';
import { MemberGuard } from '../quotas/member.guard';
import { Weighs } from '../quotas/weighs';
import { eventOf, STRUCTURED_TYPE } from './event-media.rules';
import { messageAttributes, refusedSchema, takenSchema, waitingSchema } from './http-members.openapi';
import { submitAnswerOf } from './submit-answer.rules';
import { Submissions } from './submissions';
import type { Submitted } from './submitted.rules';

@ApiTags('messages')
@Controller('messages')
@UseGuards(MemberGuard)
export class SubmitMessageController {
  constructor(private readonly submissions: Submissions) {}

  /** Takes a signed message over, or refuses it with a reason that is logged; a repeat is answered with the same bytes. */
  @Post()
  @HttpCode(202)
  @Roles(MEMBER_ROLE)
  @Weighs('message')
  @OutsideUnitOfWork('shares the transactions of the exchange')
  @ApiOperation({ summary: 'Submit a message (CloudEvents 1.0, binary or structured)', parameters: messageAttributes })
  @ApiConsumes('application/json', STRUCTURED_TYPE)
  @ApiBody({ schema: { type: 'object' }, description: 'the canonical JSON that was signed, or the structured event' })
  @ApiResponse({
    status: 202,
    description: 'taken over, or waiting for the numbers before it',
    schema: { oneOf: [takenSchema, waitingSchema] },
  })
  @ApiResponse({
    status: 409,
    description: 'refused for good',
    content: { 'application/problem+json': { schema: refusedSchema } },
  })
  @ApiResponse({ status: 429, description: 'over a quota; Retry-After says for how long' })
  async submit(
    @CurrentActor() { member }: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    const body: unknown = request.body;
    const traceparent = correlationOf(request)?.traceparent;
    const headers = { ...request.headers, ...(traceparent ? { traceparent } : {}) };
    const submitted = await this.submissions.submit(member, eventOf(headers, Buffer.isBuffer(body) ? body : EMPTY));
    const answer = submitAnswerOf(submitted as Exclude<Submitted, { readonly outcome: 'repeated' }>);
    response.status(answer.status).setHeader('content-type', answer.contentType);
    return answer.body;
  }
}

const EMPTY = Buffer.alloc(0);
