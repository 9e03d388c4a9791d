import { randomUUID } from 'node:crypto';
import type { DossierForwardedV1 } from '@lienthong/contracts';
import { messageOf, type MessageClass, type Received } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { eventually, startTestService, type TestService } from '@lienthong/testing';
import { landRegistryService } from '../src/land-registry.service-definition';
import { parcelOfW2, pricesOfW2, W2 } from './land-dossier.mother';

/** Starts at 09:10 on 3 August 2026 by the service's clock, and waits until it is ready. */
export async function startLandRegistry(variables: Readonly<Record<string, string>> = {}): Promise<TestService> {
  const CLOCK_OFFSET_MS = String(Date.parse('2026-08-03T09:10:00+07:00') - Date.now());
  const service = await startTestService(landRegistryService, { CLOCK_OFFSET_MS, TIMER_POLL_MS: '100', ...variables });
  await eventually(async () => (await service.api.get('/health/ready')).status === 200, { describe: 'readiness' });
  return service;
}

/** The dossier of W2 under another code and with a parcel and certificate of its own. */
export function dossierNumber(number: number, change: Partial<DossierForwardedV1> = {}): DossierForwardedV1 {
  const text = String(number).padStart(4, '0');
  const parcels = W2.parcels.map((parcel) => ({ ...parcel, parcelNumber: text, position: `45-${text}` }));
  const certificate = { ...W2.certificate, serial: `AA 0000${text}` };
  return { ...W2, dossierCode: `H19.91.01-260803-${text}`, parcels, certificate, ...change };
}

/** What the records keeper enters so that the dossier is clean. */
export function recordsOf({ parcels, certificate }: DossierForwardedV1): { parcels: object[]; rows: object[] } {
  const { owners } = parcelOfW2();
  return {
    parcels: parcels.map((parcel) => ({ ...parcel, certificate, owners })),
    rows: parcels.flatMap(({ communeCode, purpose, position }) =>
      pricesOfW2().rows.map((row) => ({ ...row, communeCode, purpose, position })),
    ),
  };
}

interface MessageHandler<B> {
  handle(message: Received<B>): Promise<void>;
}

interface Delivery<B> {
  readonly of: new () => B;
  readonly body: B;
  readonly sender: string;
}

/** Lets a handler take a message in a transaction of its own, as the inbox would; returns the message's id. */
export async function deliver<B extends object>(
  { running }: TestService,
  handler: new (...collaborators: never[]) => MessageHandler<B>,
  { of, body, sender }: Delivery<B>,
): Promise<string> {
  const id = randomUUID();
  const message: Received<B> = {
    id,
    type: messageOf(of as MessageClass<B>).type,
    sender,
    senderOffice: 'bien-hoa',
    office: 'bien-hoa',
    recipients: [{ member: 'land-registry', office: 'bien-hoa' }],
    stream: 'dossier:test',
    time: '2026-08-03T09:10:00+07:00',
    epoch: 1,
    sequence: 1,
    body,
  };
  await running.app.get(UnitOfWork).perform(() => running.app.get(handler).handle(message));
  return id;
}
