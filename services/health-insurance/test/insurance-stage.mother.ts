import type { HealthCardRequestedV1 } from '@lienthong/contracts';
import { type ApiAnswer, TestStage, withClient } from '@lienthong/testing';
import { FuneralAllowanceAskedHandler } from '../src/allowances/funeral-allowance-asked.handler';
import { BenefitsStopRequestedHandler } from '../src/benefits/benefits-stop-requested.handler';
import { HealthCardRequestedHandler } from '../src/cards/health-card-requested.handler';
import { healthInsuranceService } from '../src/health-insurance.service-definition';
import { type deathOf, numberOfDeceased, type questionOf } from './health-insurance.mother';

export const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
export const REGISTRAR = { sender: 'civil-status', senderOffice: 'tran-bien' } as const;
export const PROTECTION = { sender: 'social-protection', senderOffice: 'tran-bien' } as const;

/** The service on 3 August 2026, with those who ask it and its officer. */
export class InsuranceStage {
  private constructor(readonly stage: TestStage) {}

  static async open(): Promise<InsuranceStage> {
    const at = { at: '2026-08-03T10:00:00+07:00', office: 'bien-hoa' };
    return new InsuranceStage(await TestStage.open(healthInsuranceService, at));
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  /** The registrar asks for a card. */
  asked(body: HealthCardRequestedV1): Promise<void> {
    return this.stage.handle(HealthCardRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  }

  /** The registrar tells a death. */
  died(body: ReturnType<typeof deathOf>): Promise<void> {
    return this.stage.handle(BenefitsStopRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  }

  allowanceAsked(body: ReturnType<typeof questionOf>): Promise<void> {
    return this.stage.handle(FuneralAllowanceAskedHandler, { ...PROTECTION, id: MESSAGE, body });
  }

  async post(path: string, body?: object, key?: string): Promise<ApiAnswer> {
    const officer = await this.stage.as('insurance-officer');
    return officer.post(path, body, key ? { 'idempotency-key': `insurance-${key}` } : {});
  }

  async look(path: string): Promise<Record<string, unknown>> {
    return (await (await this.stage.as('insurance-officer')).get(path)).body;
  }

  rows(text: string, values: readonly unknown[]): Promise<unknown[]> {
    const { appUrl } = this.stage.service.database;
    return withClient(appUrl, async (client) => (await client.query(text, [...values])).rows as unknown[]);
  }

  async policy(step: string, value: string): Promise<void> {
    await (await this.stage.as('agency-leader')).put(`/policies/${step}`, { policy: value });
  }

  /** A person with pension, allowance and card, from before the chains; gives the number. */
  async insured(row: number, changes: object = {}): Promise<string> {
    const personalIdentificationNumber = numberOfDeceased(row);
    const person = {
      personalIdentificationNumber,
      name: 'Nguyễn Văn Cụ',
      receivesPension: true,
      funeralAllowance: true,
    };
    const card = { cardNumber: `75000000${row}`, sex: 'male', birthDate: '1940-05-19', issuedOn: '2021-01-01' };
    const body = { ...person, card: { ...card, validFrom: '2021-01-01', validTo: '2030-12-31' }, ...changes };
    expect((await this.post('/insured-persons', body, `insured-${row}`)).status).toBe(201);
    return personalIdentificationNumber;
  }
}
