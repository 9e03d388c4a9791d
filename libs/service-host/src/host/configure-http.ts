import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '@lienthong/kernel';
import helmet from 'helmet';
import { ServiceConfig } from '../config/service.config';
import { nameBodyErrors } from '../http/error-translation';
import { serveOpenApi } from '../http/openapi';
import { ProblemFilter } from '../http/problem.filter';
import { correlate } from '../http/request-correlation';
import { createValidationPipe } from '../http/validation.pipe';
import { Metrics } from '../metrics/metrics';
import { AuthGuard } from '../security/auth.guard';
import { UseCaseInterceptor } from './use-case.interceptor';

/** Middleware and globals of every service. Before `connectMicroservice`, which copies the globals. */
export function configureHttp(app: NestExpressApplication, title: string): void {
  const config = app.get(ServiceConfig);
  app.disable('x-powered-by');
  app.use(correlate(app.get(Clock)));
  app.use(app.get(Metrics).observe());
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  app.useBodyParser('json', { limit: config.bodyLimitBytes, strict: false });
  app.use(nameBodyErrors);
  app.useGlobalGuards(app.get(AuthGuard));
  app.useGlobalPipes(createValidationPipe());
  app.useGlobalInterceptors(app.get(UseCaseInterceptor));
  app.useGlobalFilters(app.get(ProblemFilter));
  serveOpenApi(app, title);
}
