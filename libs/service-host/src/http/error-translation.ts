import { HttpException } from '@nestjs/common';
import { type AppError, isAppError } from '@lienthong/kernel';
import { faultOf, persistenceErrors } from '@lienthong/persistence';
import type { NextFunction, Request, Response } from 'express';
import { httpErrors } from './http.errors';

/** Every error of a request as an AppError: what Nest, the body parser and the database throw included. */
export function translateError(error: unknown, request: Request): AppError {
  if (isAppError(error)) return error;
  if (error instanceof HttpException) return fromNest(error, request);
  if (faultOf(error) === 'transient') return persistenceErrors.UNAVAILABLE({}, { cause: error });
  return httpErrors.UNEXPECTED({}, { cause: error });
}

function fromNest(error: HttpException, request: Request): AppError {
  const status = error.getStatus();
  switch (status) {
    case 404:
      return httpErrors.ROUTE_UNKNOWN({ method: request.method, path: request.path });
    case 413:
      return httpErrors.BODY_TOO_LARGE({}, { cause: error });
    case 415:
      return httpErrors.MEDIA_TYPE_UNSUPPORTED({}, { cause: error });
    default:
      if (status >= 500) return httpErrors.UNEXPECTED({}, { cause: error });
      return httpErrors.REQUEST_REFUSED({ status }, { cause: error });
  }
}

/** Express middleware behind the body parser: names its errors before Nest turns them into bare 400s. */
export function nameBodyErrors(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  next(fromBodyParser(error) ?? error);
}

/** The body parser marks its errors by `type`. */
function fromBodyParser(error: unknown): AppError | undefined {
  const { type, limit } = (error ?? {}) as { type?: unknown; limit?: number };
  switch (type) {
    case 'entity.parse.failed':
      return httpErrors.JSON_MALFORMED({}, { cause: error });
    case 'entity.too.large':
      return httpErrors.BODY_TOO_LARGE({ limitBytes: limit ?? 0 }, { cause: error });
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return httpErrors.MEDIA_TYPE_UNSUPPORTED({}, { cause: error });
    case 'request.aborted':
    case 'request.size.invalid':
    case 'stream.encoding.set':
    case 'entity.verify.failed':
      return httpErrors.BODY_UNREADABLE({}, { cause: error });
    default:
      return undefined;
  }
}
