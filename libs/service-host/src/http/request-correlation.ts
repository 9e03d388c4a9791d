import { randomBytes } from 'node:crypto';
import type { Clock } from '@lienthong/kernel';
import { newId } from '@lienthong/kernel';
import type { NextFunction, Request, Response } from 'express';

const REQUEST_ID = /^[A-Za-z0-9._:-]{8,100}$/;
const TRACEPARENT = /^00-([0-9a-f]{32})-[0-9a-f]{16}-([0-9a-f]{2})$/;
const NO_TRACE = '0'.repeat(32);

/** Ids of one request; kept on the request object. */
export interface Correlation {
  readonly requestId: string;
  /** W3C trace context of this hop. */
  readonly traceparent: string;
  readonly traceId: string;
}

const correlations = new WeakMap<object, Correlation>();

/** Ids of a request that went through `correlate`. */
export function correlationOf(request: object): Correlation | undefined {
  return correlations.get(request);
}

/** Takes over or makes `x-request-id` and `traceparent`, and answers with both. */
export function correlate(clock: Clock): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    const given = request.get('x-request-id');
    const traceId = traceIdOf(request.get('traceparent')) ?? randomBytes(16).toString('hex');
    const correlation = {
      requestId: given && REQUEST_ID.test(given) ? given : newId(clock),
      traceId,
      traceparent: `00-${traceId}-${randomBytes(8).toString('hex')}-01`,
    };
    correlations.set(request, correlation);
    response.setHeader('x-request-id', correlation.requestId);
    response.setHeader('traceparent', correlation.traceparent);
    next();
  };
}

function traceIdOf(header: string | undefined): string | undefined {
  const traceId = header ? TRACEPARENT.exec(header)?.[1] : undefined;
  return traceId === NO_TRACE ? undefined : traceId;
}
