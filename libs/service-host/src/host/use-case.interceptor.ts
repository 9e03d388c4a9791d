import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { correlationOf } from '../http/request-correlation';
import { GatheredCreations } from '../idempotency/gathered-creations';
import { creationOf, Idempotency } from '../idempotency/idempotency';
import { CREATES, GATHERED, OUTSIDE_UNIT_OF_WORK } from '../security/endpoint.decorators';

/** Runs every HTTP use case in one transaction; the answer leaves after the commit, and conflicts repeat the use case. */
@Injectable()
export class UseCaseInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly gathered: GatheredCreations,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    if (context.getType() !== 'http' || this.reflector.getAllAndOverride(OUTSIDE_UNIT_OF_WORK, targets) !== undefined) {
      return next.handle();
    }
    const request = context.switchToHttp().getRequest<Request>();
    const origin = originOf(request);
    const work = (): Promise<unknown> => lastValueFrom(next.handle(), { defaultValue: undefined });
    const creates = this.reflector.get<boolean | undefined>(CREATES, context.getHandler()) ?? false;
    // A creating request must bring a key; any other POST may, and is then answered once as well.
    if (!creates && !(request.method === 'POST' && request.get('idempotency-key'))) {
      return from(this.unitOfWork.perform(work, origin));
    }
    const creation = creationOf(request, context.switchToHttp().getResponse<Response>(), work);
    if (this.reflector.get<boolean | undefined>(GATHERED, context.getHandler())) {
      return from(this.gathered.perform(creation, origin));
    }
    return from(this.unitOfWork.perform(() => this.idempotency.once(creation), origin));
  }
}

/** Messages sent by the use case carry on the trace of its request. */
function originOf(request: Request): { readonly traceparent?: string } {
  const traceparent = correlationOf(request)?.traceparent;
  return traceparent ? { traceparent } : {};
}
