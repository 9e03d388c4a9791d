import { setTimeout as delay } from 'node:timers/promises';
import { isProtocolType } from '@lienthong/envelope';
import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';

export interface TraceDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly state: string;
  readonly deliverySequence: string | number;
  readonly deliveredAt?: string;
  readonly handledAt?: string;
  readonly outcome?: string;
}

export interface TraceMessage {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly senderOffice: string;
  readonly sentAt: string;
  readonly acceptedAt: string;
  readonly logId: string;
  readonly causationId?: string;
  readonly deliveries: readonly TraceDelivery[];
}

/** Part of the type of the message with which a dossier ends whose result was taken home. */
export const HANDED_OVER = '.result-handed-over.';
const settleTimeoutMs = 10_000;
const pollMs = 20;

/** The bus's account of a dossier. With `settledBy`, part of a type, it waits a little for that message and every acknowledgement. */
export async function readTrace(
  agencies: Agencies,
  dossierCode: string,
  settledBy: string | undefined,
): Promise<readonly TraceMessage[]> {
  const giveUpAt = performance.now() + settleTimeoutMs;
  for (;;) {
    const { messages } = await agencies.get<{ messages: readonly TraceMessage[] }>(
      roles.busOperator(),
      `/trace/${dossierCode}`,
    );
    const business = messages.filter(({ type }) => !isProtocolType(type));
    if (settledBy === undefined || isSettled(business, settledBy) || performance.now() > giveUpAt) return business;
    await delay(pollMs);
  }
}

/** Waits a little until everything that was sent about a dossier is handled. */
export async function untilHandled(agencies: Agencies, dossierCode: string): Promise<void> {
  const giveUpAt = performance.now() + settleTimeoutMs;
  while (performance.now() < giveUpAt) {
    if (areHandled(await readTrace(agencies, dossierCode, undefined))) return;
    await delay(pollMs);
  }
}

function isSettled(messages: readonly TraceMessage[], last: string): boolean {
  return messages.some(({ type }) => type.includes(last)) && areHandled(messages);
}

function areHandled(messages: readonly TraceMessage[]): boolean {
  return messages.every(
    ({ deliveries }) => deliveries.length > 0 && deliveries.every(({ handledAt }) => handledAt !== undefined),
  );
}

export function parkedIn(messages: readonly TraceMessage[]): number {
  return messages
    .flatMap(({ deliveries }) => deliveries)
    .filter(({ outcome, state }) => [outcome, state].some((word) => word === 'parked' || word === 'stashed')).length;
}
