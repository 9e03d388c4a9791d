import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { accessErrors, actorOf, MEMBER_ROLE } from '@lienthong/service-host';
import type { Request, Response } from 'express';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';
import { MemberQuotas } from './member-quotas';
import { type Cost, costOfMessage } from './quota.rules';
import { USUAL_WEIGHT, type Weight, WEIGHT } from './weighs';

/**
 * Every endpoint for members stands behind it: the member must be active, and within its quotas. It asks nobody but this
 * process, so that a refusal costs next to nothing. Persons pass.
 */
@Injectable()
export class MemberGuard implements CanActivate {
  constructor(
    private readonly registry: CurrentRegistry,
    private readonly quotas: MemberQuotas,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const actor = actorOf(request);
    if (actor === undefined) throw accessErrors.TOKEN_MISSING();
    if (!actor.roles.includes(MEMBER_ROLE)) return true;
    const { member } = actor;
    if (this.registry.now.member(member)?.state !== 'active') throw busErrors.MEMBER_SUSPENDED({ sender: member });
    const excess = this.quotas.enter(member, this.costOf(context, request));
    if (excess) {
      response.setHeader('retry-after', String(excess.retryAfterSeconds));
      throw busErrors.QUOTA_EXCEEDED({ member, ...excess });
    }
    // who left while its token was checked has closed it already
    if (response.closed) this.quotas.leave(member);
    else response.once('close', () => this.quotas.leave(member));
    return true;
  }

  private costOf(context: ExecutionContext, { body }: { readonly body?: unknown }): Cost {
    const weight = this.reflector.get<Weight | undefined>(WEIGHT, context.getHandler()) ?? USUAL_WEIGHT;
    if (weight === 'message') return costOfMessage(Buffer.isBuffer(body) ? body.length : 0);
    return { messages: 0, bytes: 0, requests: weight };
  }
}
