import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ServiceConfig } from '../config/service.config';
import { accessErrors } from './access.errors';
import { type Actor, rememberActor } from './actor';
import { PUBLIC, ROLES } from './endpoint.decorators';
import { TokenVerifier } from './token-verifier';

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]+)$/i;

/** Closed by default: without `@PublicEndpoint` a token is needed, and without `@Roles` no role is enough. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly verifier: TokenVerifier,
    private readonly config: ServiceConfig,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<string>(PUBLIC, targets) !== undefined) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.actorOfToken(request);
    if (actor.member !== this.config.member && !actor.isSystem)
      throw accessErrors.OTHER_AGENCY({ agency: actor.member });
    const allowed = this.reflector.getAllAndOverride<readonly string[] | undefined>(ROLES, targets) ?? [];
    if (!allowed.some((role) => actor.roles.includes(role))) throw accessErrors.ROLE_NOT_ALLOWED({ allowed });
    rememberActor(request, actor);
    return true;
  }

  private actorOfToken(request: Request): Promise<Actor> {
    const header = request.get('authorization');
    if (!header) throw accessErrors.TOKEN_MISSING();
    const token = BEARER.exec(header)?.[1];
    if (!token) throw accessErrors.TOKEN_INVALID();
    return this.verifier.verify(token);
  }
}
