import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type EntityClass, type Origin, UnitOfWork } from '@lienthong/persistence';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { type AboutRow, DECIDES, DECIDES_EACH, DESK_OF, OF_DESK, SHOWS } from '../desk/decides.decorator';
import { DecisionGate, reasonIn, type RowAsked } from '../desk/decision-gate';
import { correlationOf } from '../http/request-correlation';
import { GatheredCreations } from '../idempotency/gathered-creations';
import { creationOf, Idempotency } from '../idempotency/idempotency';
import { actorOf } from '../security/actor';
import { CREATES, GATHERED, OUTSIDE_UNIT_OF_WORK } from '../security/endpoint.decorators';

/** Runs every HTTP use case in one transaction; the answer leaves after the commit, and conflicts repeat the use case. */
@Injectable()
export class UseCaseInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly gathered: GatheredCreations,
    private readonly gate: DecisionGate,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const targets = [context.getHandler(), context.getClass()];
    if (context.getType() !== 'http' || this.reflector.getAllAndOverride(OUTSIDE_UNIT_OF_WORK, targets) !== undefined) {
      return next.handle();
    }
    return from(this.perform(context, next));
  }

  private async perform(context: ExecutionContext, next: CallHandler<unknown>): Promise<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    await this.gate.meet(request);
    const origin = await this.originOf(request, context);
    const work = this.gatedWork(context, next);
    const creates = this.reflector.get<boolean | undefined>(CREATES, context.getHandler()) ?? false;
    // A creating request must bring a key; any other POST may, and is then answered once as well.
    if (!creates && !(request.method === 'POST' && request.get('idempotency-key'))) {
      return this.unitOfWork.perform(work, origin);
    }
    const creation = creationOf(request, context.switchToHttp().getResponse<Response>(), work);
    if (this.reflector.get<boolean | undefined>(GATHERED, context.getHandler())) {
      return this.gathered.perform(creation, origin);
    }
    return this.unitOfWork.perform(() => this.idempotency.once(creation), origin);
  }

  /** A decision passes the gate first, inside its own transaction; what is shown has its version as `ETag`. */
  private gatedWork(context: ExecutionContext, next: CallHandler<unknown>): () => Promise<unknown> {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    const decides = this.aboutRow(DECIDES, context);
    const shows = this.aboutRow(SHOWS, context);
    return async () => {
      if (decides) await this.gate.admit(decides, request, response);
      const answer = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (shows) await this.gate.show(shows, request, response);
      return answer;
    };
  }

  private aboutRow(key: string, context: ExecutionContext): RowAsked | undefined {
    const about = this.reflector.get<AboutRow | undefined>(key, context.getHandler());
    if (!about) return undefined;
    const row = about.row === OF_DESK ? this.reflector.get<EntityClass>(DESK_OF, context.getClass()) : about.row;
    return { ...about, row };
  }

  /** Messages sent by the use case carry on the trace of its request; its changes bear who asked for them, and why. */
  private async originOf(request: Request, context: ExecutionContext): Promise<Origin> {
    const traceparent = correlationOf(request)?.traceparent;
    const by = actorOf(request)?.id;
    const decides = [DECIDES, DECIDES_EACH].some((key) => this.reflector.get<unknown>(key, context.getHandler()));
    const reason = decides && (await reasonIn(request));
    return { ...(traceparent && { traceparent }), ...(by && { by }), ...(reason && { reason }) };
  }
}
