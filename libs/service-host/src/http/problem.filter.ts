import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { AppError } from '@lienthong/kernel';
import type { Request, Response } from 'express';
import { PinoLogger } from 'nestjs-pino';
import { type Observable, throwError } from 'rxjs';
import { maskedPath } from '../logging/mask-log';
import { translateError } from './error-translation';
import { preferredLanguage } from './language';
import { problemOf } from './problem';
import { correlationOf } from './request-correlation';

const RETRY_AFTER_S = '2';
const WORTH_TRYING_AGAIN: ReadonlySet<number> = new Set([429, 503]);

/** Answers every failed request with a problem document; errors of handled messages pass through unchanged. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: PinoLogger) {
    this.logger.setContext(ProblemFilter.name);
  }

  catch(error: unknown, host: ArgumentsHost): Observable<never> | void {
    if (host.getType() !== 'http') return throwError(() => error);
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    this.answer(translateError(error, request), request, response);
  }

  private answer(error: AppError, request: Request, response: Response): void {
    const requestId = correlationOf(request)?.requestId ?? '';
    this.log(error, requestId);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error.status === 401) response.setHeader('www-authenticate', 'Bearer');
    const isWorthIt = WORTH_TRYING_AGAIN.has(error.status) && !response.hasHeader('retry-after');
    if (isWorthIt) response.setHeader('retry-after', RETRY_AFTER_S);
    const language = preferredLanguage(request.get('accept-language'));
    response.setHeader('content-language', language);
    response
      .status(error.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(error, { language, path: maskedPath(request.path), requestId })));
  }

  private log(error: AppError, requestId: string): void {
    const entry = { code: error.code, kind: error.kind, facts: error.facts, requestId };
    if (error.kind === 'bug') this.logger.error({ ...entry, err: error.cause ?? error }, 'request failed');
    else if (error.kind === 'transient') this.logger.warn(entry, 'request could not be served now');
    else this.logger.info(entry, 'request refused');
  }
}
