import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { fileErrors } from './files.errors';

export const TUS_VERSION = '1.0.0';

/** Uploads speak one version of tus, in every request and answer; whoever asks for the options need not know it yet. */
@Injectable()
export class TusGuard implements CanActivate {
  /** @throws files.PROTOCOL_VERSION */
  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const [request, response] = [http.getRequest<Request>(), http.getResponse<Response>()];
    response.setHeader('tus-resumable', TUS_VERSION);
    if (request.method === 'OPTIONS' || request.get('tus-resumable') === TUS_VERSION) return true;
    response.setHeader('tus-version', TUS_VERSION);
    throw fileErrors.PROTOCOL_VERSION();
  }
}
