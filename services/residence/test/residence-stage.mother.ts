import type { ResidenceRequestedV1 } from '@lienthong/contracts';
import { type ApiAnswer, TestStage, withClient } from '@lienthong/testing';
import { ResidenceDeregistrationRequestedHandler } from '../src/deregistrations/residence-deregistration-requested.handler';
import { ResidenceRequestedHandler } from '../src/registrations/residence-requested.handler';
import { residenceService } from '../src/residence.service-definition';
import { deathOf } from './residence.mother';

export const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
export const REGISTRAR = { sender: 'civil-status', senderOffice: 'long-thanh' } as const;

/** The service on 3 August 2026, with the registrar who asks it and its officer. */
export class ResidenceStage {
  private constructor(readonly stage: TestStage) {}

  static async open(): Promise<ResidenceStage> {
    const stage = await TestStage.open(residenceService, {
      at: '2026-08-03T10:00:00+07:00',
      office: 'tran-bien',
      variables: { NATIONAL_ASK_AGAIN_MS: '100', NATIONAL_ANSWER_AFTER_MS: '600' },
    });
    return new ResidenceStage(stage);
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  /** The registrar asks for a residence. */
  asked(body: ResidenceRequestedV1, office = 'tran-bien'): Promise<void> {
    return this.stage.handle(ResidenceRequestedHandler, { ...REGISTRAR, id: MESSAGE, office, body });
  }

  /** The registrar tells a death. */
  died(body: ReturnType<typeof deathOf>): Promise<void> {
    return this.stage.handle(ResidenceDeregistrationRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  }

  async post(path: string, body?: object): Promise<ApiAnswer> {
    return (await this.stage.as('residence-officer')).post(path, body);
  }

  async look(path: string): Promise<Record<string, unknown>> {
    return (await (await this.stage.as('residence-officer')).get(path)).body;
  }

  sql(text: string, values: readonly unknown[]): Promise<unknown> {
    return withClient(this.stage.service.database.appUrl, (client) => client.query(text, [...values]));
  }

  /** The deceased of a row has a residence; gives the number. */
  async live(row: number): Promise<string> {
    const { name, sex, birthDate, personalIdentificationNumber: number } = deathOf(row).death.deceased;
    const line = { name, sex, birthDate, personalIdentificationNumber: number, communeCode: '26041' };
    const home = { address: 'Số 2', householdHeadName: name, registeredOn: '2001-01-01' };
    const officer = await this.stage.as('residence-officer');
    const key = { 'idempotency-key': `resident-${row}` };
    expect((await officer.post('/residents', { ...line, ...home }, key)).status).toBe(201);
    return String(number);
  }
}
