import type { IncomingMessage, ServerResponse } from 'node:http';
import { isDossierCode } from '@lienthong/kernel';
import type { Params } from 'nestjs-pino';
import type { ServiceConfig } from '../config/service.config';
import { correlationOf } from '../http/request-correlation';
import { maskedPath, maskText, redactedPaths } from './mask-log';

const QUIET_PATHS = /^\/(health|metrics|docs|openapi\.json)/;

/** Structured logs: service, dossier code, request id; never bodies, query strings, tokens or personal data. */
export function loggerParams(config: ServiceConfig): Params {
  return {
    pinoHttp: {
      level: config.logLevel,
      base: { service: config.member },
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
      genReqId: (request: IncomingMessage) => correlationOf(request)?.requestId ?? '',
      customProps: (request: IncomingMessage) => requestFields(request),
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      serializers: { res: (response: { statusCode?: number }) => ({ status: response.statusCode }), err: maskedError },
      autoLogging: { ignore: (request: IncomingMessage) => QUIET_PATHS.test(request.url ?? '') },
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) =>
        error || response.statusCode >= 500 ? 'error' : 'debug',
      redact: { paths: [...redactedPaths], censor: '[hidden]' },
      hooks: {
        logMethod(parameters, method) {
          method.apply(this, parameters.map(maskedParameter) as never);
        },
      },
    },
  };
}

/** Texts, and the texts among the facts of a line; errors have their own serializer. */
function maskedParameter(parameter: unknown): unknown {
  if (typeof parameter === 'string') return maskText(parameter);
  if (typeof parameter !== 'object' || parameter === null || parameter instanceof Error) return parameter;
  const facts = Object.entries(parameter).map(([name, value]) => [
    name,
    typeof value === 'string' ? maskText(value) : (value as unknown),
  ]);
  return Object.fromEntries(facts) as unknown;
}

function requestFields(request: IncomingMessage): Record<string, unknown> {
  const path = maskedPath((request as { originalUrl?: string }).originalUrl ?? request.url ?? '');
  const dossierCode = path.split('/').find(isDossierCode);
  const traceId = correlationOf(request)?.traceId;
  return { method: request.method, path, ...(dossierCode ? { dossierCode } : {}), ...(traceId ? { traceId } : {}) };
}

/** Type, code, text and stack of an error, personal numbers hidden; its other properties may hold data and are left out. */
export function maskedError(error: unknown): Record<string, unknown> {
  const { name, message, stack, code, cause } = (error ?? {}) as Error & { code?: unknown };
  return {
    type: name,
    ...(typeof code === 'string' ? { code } : {}),
    message: maskText(String(message ?? error)),
    stack: stack === undefined ? undefined : maskText(stack),
    ...(cause === undefined ? {} : { cause: maskedError(cause) }),
  };
}
