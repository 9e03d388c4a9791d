import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '@lienthong/kernel';
import helmet from 'helmet';
import { ServiceConfig } from '../config/service.config';
import { nameBodyErrors } from '../http/error-translation';
import { serveOpenApi } from '../http/openapi';
import { ProblemFilter } from '../http/problem.filter';
import { useRawBody } from '../http/raw-body';
import { correlate } from '../http/request-correlation';
import { createValidationPipe } from '../http/validation.pipe';
import { Metrics } from '../metrics/metrics';
import { AuthGuard } from '../security/auth.guard';
import type { ServiceDefinition } from '../service-definition';
import { UseCaseInterceptor } from './use-case.interceptor';

/** Globals of requests and messages alike: `connectMicroservice` takes over what stands when it is called. */
export function configureBoth(app: NestExpressApplication): void {
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalFilters(app.get(ProblemFilter));
}

/** Middleware and globals of requests. After `connectMicroservice`: a message should not pay for guard and interceptor. */
export function configureHttp(app: NestExpressApplication, { title, rawBody }: ServiceDefinition): void {
  const config = app.get(ServiceConfig);
  app.disable('x-powered-by');
  // an ETag is the version of a row, never the hash of an answer
  app.disable('etag');
  app.use(correlate(app.get(Clock)));
  app.use(app.get(Metrics).observe());
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  if (rawBody) useRawBody(app, rawBody);
  app.useBodyParser('json', { limit: config.bodyLimitBytes, strict: false });
  app.use(nameBodyErrors);
  app.useGlobalGuards(app.get(AuthGuard));
  app.useGlobalInterceptors(app.get(UseCaseInterceptor));
  serveOpenApi(app, title);
}
