import { randomUUID } from 'node:crypto';
import {
  DossierForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { type ApiAnswer, type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { fulfilled, issued, slipReceipt } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

interface MessageHandler<B> {
  handle(message: never): Promise<void>;
  readonly body?: B;
}

export interface Slip {
  readonly slipId: string;
  readonly slipNumber: string;
}

export type View = Readonly<Record<string, unknown>> & { readonly status: string; readonly slip: Slip };

/** One land registry, and dossiers that are brought as far as a test needs them. */
export class LandStory {
  private constructor(
    readonly service: TestService,
    readonly keeper: ApiClient,
    readonly officer: ApiClient,
    readonly leader: ApiClient,
  ) {}

  static async start(variables: Readonly<Record<string, string>> = {}): Promise<LandStory> {
    const service = await startLandRegistry(variables);
    const [keeper, officer, leader] = await Promise.all([
      service.as('land-records-keeper'),
      service.as('land-officer'),
      service.as('land-leader'),
    ]);
    return new LandStory(service, keeper, officer, leader);
  }

  stop(): Promise<void> {
    return this.service.stop();
  }

  query<R>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return withClient(
      this.service.database.appUrl,
      async (client) => (await client.query(sql, [...values])).rows as R[],
    );
  }

  create(client: ApiClient, path: string, body: unknown): Promise<ApiAnswer<Record<string, unknown>>> {
    return client.post<Record<string, unknown>>(path, body, { 'idempotency-key': randomUUID() });
  }

  async policy(step: string, policy: 'manual' | 'automatic-when-clean'): Promise<void> {
    await (await this.service.as('agency-leader')).put(`/policies/${step}`, { policy });
  }

  async view(code: string): Promise<View> {
    return (await this.officer.get<View>(`/dossiers/${code}`)).body;
  }

  /** Bodies of the messages of one name that were sent about a dossier. */
  async sent(code: string, name: string): Promise<object[]> {
    const rows = await this.query<{ body: object }>(
      `select convert_from(payload, 'UTF8')::jsonb as body from outbox where subject = $1 and type like $2 order by seq`,
      [code, `%.${name}.v%`],
    );
    return rows.map(({ body }) => body);
  }

  say<B extends object>(
    handler: new (...collaborators: never[]) => MessageHandler<B>,
    { of, body, sender }: { readonly of: new () => B; readonly body: B; readonly sender: string },
  ): Promise<string> {
    return deliver(this.service, handler as never, { of, body, sender });
  }

  /** Entered in the register and forwarded by the desk. */
  async forwarded(number: number, change: Partial<DossierForwardedV1> = {}): Promise<string> {
    const dossier = dossierNumber(number, change);
    const { parcels, rows } = recordsOf(dossier);
    await this.keeper.post('/parcels', { parcels });
    await this.keeper.post('/price-rows', { rows });
    await this.say(DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    return dossier.dossierCode;
  }

  async slipSent(number: number): Promise<string> {
    const code = await this.forwarded(number);
    await this.leader.post(`/dossiers/${code}/sign-slip`);
    return code;
  }

  async slipReceived(number: number): Promise<string> {
    const code = await this.slipSent(number);
    const body = { ...slipReceipt, ...(await this.about(code)) };
    await this.say(TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body, sender: 'tax' });
    return code;
  }

  async noticed(number: number): Promise<string> {
    const code = await this.slipReceived(number);
    const body = { ...issued, ...(await this.about(code)) };
    await this.say(PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body, sender: 'tax' });
    return code;
  }

  async concluded(number: number): Promise<string> {
    const code = await this.noticed(number);
    await this.fulfil(code);
    return code;
  }

  async fulfil(dossierCode: string, change: Partial<ObligationFulfilledV1> = {}): Promise<void> {
    const body = { ...fulfilled, dossierCode, ...change };
    await this.say(ObligationFulfilledHandler, { of: ObligationFulfilledV1, body, sender: 'tax' });
  }

  async about(dossierCode: string): Promise<Slip & { readonly dossierCode: string }> {
    const { slipId, slipNumber } = (await this.view(dossierCode)).slip;
    return { dossierCode, slipId, slipNumber };
  }
}
