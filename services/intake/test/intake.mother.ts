import { randomUUID } from 'node:crypto';
import { messageOf, type MessageClass, type Received } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { type ApiClient, eventually, startTestService, type TestService } from '@lienthong/testing';
import { intakeService } from '../src/intake.service-definition';
import { contentOf, W2 } from './dossier.mother';

/** Starts at 09:10 on 3 August 2026 by the service's clock, and waits until it is ready. */
export async function startIntake(variables: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const CLOCK_OFFSET_MS = String(Date.parse('2026-08-03T09:10:00+07:00') - Date.now());
  const service = await startTestService(intakeService, { CLOCK_OFFSET_MS, ...variables });
  await eventually(async () => (await service.api.get('/health/ready')).status === 200, { describe: 'readiness' });
  return service;
}

export const w2Request = { procedure: W2.procedure, ...contentOf() };

export function file(clerk: ApiClient, body: unknown = w2Request, key: string = randomUUID()) {
  return clerk.post<Record<string, never>>('/dossiers', body, { 'idempotency-key': key });
}

interface MessageHandler<B> {
  handle(message: Received<B>): Promise<void>;
}

/** Lets a handler take a message in a transaction of its own, as the inbox would. */
export async function deliver<B extends object>(
  { running }: TestService,
  handler: new (...collaborators: never[]) => MessageHandler<B>,
  message: { readonly of: new () => B; readonly body: B; readonly sender: string; readonly senderOffice?: string },
): Promise<void> {
  const { type } = messageOf(message.of as MessageClass<B>);
  const received: Received<B> = {
    id: randomUUID(),
    type,
    sender: message.sender,
    senderOffice: message.senderOffice ?? 'bien-hoa',
    office: 'bien-hoa',
    recipients: [{ member: 'intake', office: 'bien-hoa' }],
    stream: 'dossier:test',
    time: new Date().toISOString(),
    epoch: 1,
    sequence: 1,
    body: message.body,
  };
  await running.app.get(UnitOfWork).perform(() => running.app.get(handler).handle(received));
}
