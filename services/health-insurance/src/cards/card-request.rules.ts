import { type Act, type HealthCardRequestedV1, received, type Reception, requestRules } from '@lienthong/contracts';
import { insuranceErrors } from '../health-insurance.errors';
import type { CardRequest } from './card-request.state';

/** How a request goes on. */
export const cardRequests = requestRules<CardRequest>('issued', insuranceErrors.STEP_NOT_ALLOWED);

/** The request enters the office's work list. */
export function receive(body: HealthCardRequestedV1, reception: Reception, act: Act): CardRequest {
  const { birth, request } = body;
  return { ...received(body, reception, act), receivedAt: act.at, birth, request, papers: [] };
}
