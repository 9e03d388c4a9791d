import { ServerResponse } from 'node:http';
import type { Observer } from './observer';

type End = (this: ServerResponse, ...args: unknown[]) => ServerResponse;

/** Express notes here which of its routes took the request. */
interface Routed {
  readonly route?: { readonly path?: unknown };
  readonly method?: string;
}

const TOLD_TO_MACHINES = /^\/(health|metrics|docs|openapi)/;

/** Wraps the end of every answer that this process gives over HTTP; `after` is when it left the process. */
export function wrapAnswers(observe: Observer): void {
  const prototype = ServerResponse.prototype as unknown as { end: End };
  const original = prototype.end;
  prototype.end = function end(...args) {
    const name = nameOf(this);
    if (name === undefined) return original.apply(this, args);
    observe(name, 'before');
    this.once('finish', () => observe(name, 'after'));
    return original.apply(this, args);
  };
}

function nameOf(response: ServerResponse): string | undefined {
  const { route, method } = response.req as Routed;
  const path = route?.path;
  if (typeof path !== 'string' || TOLD_TO_MACHINES.test(path)) return undefined;
  return `http ${method} ${path} ${response.statusCode}`;
}
