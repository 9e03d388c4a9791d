import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { accessErrors, actorOf } from '@lienthong/service-host';
import type { Request, Response } from 'express';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { MemberQuotas } from './member-quotas';

/** Requests of members that send or take messages: the member must be active, and within its quotas. */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(
    private readonly registry: CurrentRegistry,
    private readonly quotas: MemberQuotas,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const member = actorOf(request)?.member;
    if (member === undefined) throw accessErrors.TOKEN_MISSING();
    if (this.registry.now.member(member)?.state !== 'active') throw busErrors.MEMBER_SUSPENDED({ sender: member });
    const body: unknown = request.body;
    const excess = this.quotas.enter(member, Buffer.isBuffer(body) ? body.length : undefined);
    if (excess) {
      response.setHeader('retry-after', String(excess.retryAfterSeconds));
      throw busErrors.QUOTA_EXCEEDED({ member, ...excess });
    }
    response.once('close', () => this.quotas.leave(member));
    return true;
  }
}
