import { randomUUID } from 'node:crypto';
import { ChainProgressedV1 } from '@lienthong/contracts';
import { type ApiAnswer, type ApiClient, type TestService, withClient } from '@lienthong/testing';
import { ChainProgressedHandler } from '../src/civil-status/chain-progressed.handler';
import { birthRequest, progress } from './civil.mother';
import { deliver, startIntake } from './intake.mother';

/** What the desk answers to a declaration. */
export interface Note {
  readonly code: string;
  readonly state: number;
  readonly repeated: boolean;
  readonly appointmentAt: string;
  readonly procedure: string;
}

export const registrar = { sender: 'civil-status', senderOffice: 'tran-bien' };

/** The desk with a clerk, and the registrar who tells what became of a dossier. */
export class CivilDesk {
  private births = 0;

  private constructor(
    readonly service: TestService,
    readonly clerk: ApiClient,
  ) {}

  static async open(): Promise<CivilDesk> {
    const service = await startIntake();
    return new CivilDesk(service, await service.as('desk-clerk'));
  }

  close(): Promise<void> {
    return this.service.stop();
  }

  query<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return withClient(
      this.service.database.appUrl,
      async (client) => (await client.query(sql, [...values])).rows as R[],
    );
  }

  declare(path: 'birth' | 'death', body: unknown): Promise<ApiAnswer<Note>> {
    return this.clerk.post<Note>(`/dossiers/${path}`, body, { 'idempotency-key': randomUUID() });
  }

  /** Another child, with a notification of its own. */
  nextBirth(): typeof birthRequest {
    return { ...birthRequest, proof: { ...birthRequest.proof, number: `GCS-2026-9${(this.births += 1)}` } };
  }

  /** The registrar tells how far the chain is. */
  async tell(code: string, change: object): Promise<void> {
    const body = { ...progress, dossierCode: code, ...change };
    await deliver(this.service, ChainProgressedHandler, { of: ChainProgressedV1, body, ...registrar });
  }
}
