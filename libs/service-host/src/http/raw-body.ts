import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import type { RawBody } from '../service-definition';
import { httpErrors } from './http.errors';

/** Bodies posted to one path come to the controller as a `Buffer`; one that trickles in is given up. */
export function useRawBody(app: NestExpressApplication, { path, limitBytes, withinMs }: RawBody): void {
  const isMeant = (request: IncomingMessage): boolean =>
    request.method === 'POST' && (request.url ?? '').split('?', 1)[0] === path;
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isMeant(request)) readWithin(withinMs, { request, response, next });
    else next();
  });
  app.useBodyParser('raw', { limit: limitBytes, type: isMeant });
}

interface Exchanged {
  readonly request: Request;
  readonly response: Response;
  readonly next: NextFunction;
}

function readWithin(withinMs: number, { request, response, next }: Exchanged): void {
  const late = setTimeout(() => {
    response.setHeader('connection', 'close');
    response.once('finish', () => request.destroy());
    next(httpErrors.BODY_TOO_SLOW({ withinMs }));
  }, withinMs);
  request.once('end', () => clearTimeout(late));
  request.once('close', () => clearTimeout(late));
  next();
}
