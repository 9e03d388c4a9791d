import { CreditAdviceV1, officeById } from '@lienthong/contracts';
import type { DongText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import {
  type Agencies,
  type Assessment,
  type BranchOffices,
  type DossierFile,
  PROCEDURE,
  type PersonRole,
  positionOf,
  Refused,
  registerParcels,
  roles,
  setPolicies,
} from '../../../tools/demo/src';
import type { E2eStack } from './e2e-stack';
import { sendAsMember } from './member-message';
import { freshDossier } from './story';

const timeoutMs = 30_000;
/** The treasury has not heard of the money yet, or not of what it pays. */
const NOT_YET = ['treasury.NO_CREDIT_ADVICE', 'treasury.ITEMS_NOT_PUBLISHED'];

/** A row of a notice, as the tax office sees its money. */
export type MoneyRow = Omit<Assessment['notices'][number]['rows'][number], 'state'> & {
  readonly state: string;
  readonly paidDong: string;
  readonly conflicts: readonly object[];
};

/** A dossier of W2 of its own: the seller owes 16,000,000, the buyer 4,000,000 đồng. */
export interface OwingDossier {
  readonly code: string;
  readonly file: DossierFile;
  readonly tax: MoneyRow;
  readonly fee: MoneyRow;
}

export interface CounterLine {
  readonly payableItemId?: string;
  readonly noticeNumber?: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
}

interface DeskView {
  readonly state: number;
  readonly states: readonly number[];
  readonly progress: readonly { readonly reason?: string }[];
}

/** Desks of one branch, of the bank and of the treasury; every dossier on it has persons and a parcel of its own. */
export class MoneyStage {
  private desks: Agencies;
  readonly offices: BranchOffices;

  constructor(readonly e2e: E2eStack) {
    this.desks = e2e.agencies();
    this.offices = e2e.offices(freshDossier(e2e.today).parcels[0]?.communeCode ?? '');
  }

  get agencies(): Agencies {
    return this.desks;
  }

  /** People have the tokens of the day. */
  dayHasCome(): void {
    this.desks = this.e2e.agencies();
  }

  get clerk(): PersonRole {
    return roles.treasuryClerk(this.offices.treasury);
  }

  get taxOfficer(): PersonRole {
    return roles.taxOfficer(this.offices.tax);
  }

  /** All steps by policy, but debits, bookings and the hand-over. */
  async decidePolicies(): Promise<void> {
    await setPolicies(this.desks, this.offices, true);
    await this.policy('collecting-bank', 'debit', 'manual');
    await this.policy('intake', 'hand-over', 'manual');
    await this.policy('treasury', 'book', 'manual');
  }

  policy(member: string, step: string, policy: 'manual' | 'automatic-when-clean'): Promise<void> {
    const { intake, land, tax, treasury } = this.offices;
    const offices: Readonly<Record<string, string>> = { intake, 'land-registry': land, tax, treasury };
    const leader = roles.leader(member, offices[member] ?? 'head-office');
    return this.desks.put(leader, `/policies/${step}`, { policy });
  }

  /** Handed in at the desk; returns code and appointment. */
  async filed(file: DossierFile): Promise<{ readonly code: string; readonly appointmentAt: string }> {
    await registerParcels(this.desks, this.offices, [file]);
    return this.desks.post(roles.deskClerk(this.offices.intake), '/dossiers', {
      ...{ procedure: PROCEDURE, sellers: file.sellers, buyers: file.buyers, contract: file.contract },
      ...{ certificate: file.certificate, submitter: { name: file.buyers[0]?.name } },
      parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    });
  }

  /** A dossier whose notices have come to the desk. */
  async owing(): Promise<OwingDossier> {
    const file = freshDossier(this.e2e.today);
    return this.noticed((await this.filed(file)).code, file);
  }

  async noticed(code: string, file: DossierFile): Promise<OwingDossier> {
    await this.inState(code, 6);
    const [tax, fee] = await this.rows(code);
    if (!tax || !fee) throw new Error(`${code} has no two rows`);
    return { code, file, tax, fee };
  }

  /** Rows of its notices at the tax office: the seller's, then the buyer's. */
  async rows(code: string): Promise<readonly MoneyRow[]> {
    const { notices } = await this.desks.get<Assessment>(this.taxOfficer, `/assessments/${code}`);
    return notices.flatMap(({ rows }) => rows) as unknown as readonly MoneyRow[];
  }

  desk(code: string): Promise<DeskView> {
    return this.desks.get(roles.deskClerk(this.offices.intake), `/dossiers/${code}`);
  }

  inState(code: string, state: number): Promise<DeskView> {
    return this.until(
      `${code} in state ${state}`,
      () => this.desk(code),
      (view) => view.state === state,
    );
  }

  async landStatus(code: string): Promise<string> {
    const officer = roles.landOfficer(this.offices.land);
    return (await this.desks.get<{ status: string }>(officer, `/dossiers/${code}`)).status;
  }

  rowIs(code: string, which: 'tax' | 'fee', state: string): Promise<MoneyRow> {
    const row = async (): Promise<MoneyRow | undefined> => (await this.rows(code))[which === 'tax' ? 0 : 1];
    return this.until(`${which} of ${code} ${state}`, row, (view) => view?.state === state) as Promise<MoneyRow>;
  }

  /** The payer is debited for the rest of an item, at the bank's own channel. */
  async paid({ payableItemId }: MoneyRow): Promise<string> {
    const body = { payableItemIds: [payableItemId] };
    return this.onceItIsKnown(
      async () => (await this.desks.post<{ reference: string }>(roles.payer(), '/payments', body)).reference,
      ['collecting-bank.ITEM_UNKNOWN'],
    );
  }

  /** A paper voucher is keyed in at the counter as it stands; the reference that it gets. */
  async keyedIn(payerNumber: string, ...lines: readonly CounterLine[]): Promise<string> {
    const clerk = { member: 'collecting-bank', office: 'head-office', role: 'bank-clerk' };
    const body = { channel: 'paper', payer: { number: payerNumber }, lines, ...this.codes() };
    const keyed = await this.desks.post<{ reference: string }>(clerk, '/counter-payments', body);
    return keyed.reference;
  }

  async advice<T = Record<string, unknown>>(reference: string, state: string): Promise<T> {
    const look = (): Promise<{ state: string }> => this.desks.get(this.clerk, `/credit-advices/${reference}`);
    return (await this.until(`${reference} ${state}`, look, (view) => view.state === state)) as T;
  }

  /** The clerk books the voucher as soon as its money is there. */
  book(reference: string): Promise<{ readonly entryNumber: string; readonly alreadyDone: boolean }> {
    return this.onceItIsKnown(() => this.desks.post(this.clerk, '/bookings', { reference }), NOT_YET);
  }

  async paidAndBooked(...rows: readonly MoneyRow[]): Promise<readonly string[]> {
    const references = await Promise.all(rows.map((row) => this.paid(row)));
    for (const reference of references) await this.book(reference);
    return references;
  }

  /** The treasury takes a booking back: one person proposes, another one confirms. */
  async reversed(reference: string): Promise<void> {
    const wish = { kind: 'reversed', reason: 'Ngân hàng báo hủy giao dịch' };
    const { id } = await this.desks.post<{ id: string }>(this.clerk, `/bookings/${reference}/adjustments`, wish);
    await this.desks.post(roles.leader('treasury', this.offices.treasury), `/adjustments/${id}/confirmation`);
  }

  /** The code with which somebody is refused. */
  async refusal(act: () => Promise<unknown>): Promise<string> {
    const outcome = await act().catch((error: unknown) => error);
    return outcome instanceof Refused ? outcome.code : `not refused: ${JSON.stringify(outcome)}`;
  }

  /** M35 of another channel of the bank, as it lies on the wire; its stream is the voucher's. */
  adviseAsBank(reference: string, { payableItemId, amountDong, sequence, id }: BankAdvice): Promise<string> {
    const body: CreditAdviceV1 = {
      ...{ reference, debitDate: this.e2e.today, advisedAt: `${this.e2e.today}T16:25:00+07:00`, bankCode: '99999001' },
      ...{ totalDong: amountDong, lines: [{ payableItemId, amountDong }], treasuryCode: this.codes().treasuryCode },
    };
    return sendAsMember(this.e2e.access, {
      ...{ member: 'collecting-bank', office: 'head-office', of: CreditAdviceV1, body },
      to: [{ member: 'treasury', office: this.offices.treasury }],
      ...(sequence !== undefined && { sequence }),
      ...(id !== undefined && { id }),
    });
  }

  async until<T>(what: string, look: () => Promise<T>, is: (view: T) => boolean): Promise<T> {
    let seen: T | undefined;
    await eventually(async () => is((seen = await look())), {
      timeoutMs,
      describe: () => `${what}; it is ${JSON.stringify(seen)}`,
    });
    return seen as T;
  }

  private async onceItIsKnown<T>(act: () => Promise<T>, codes: readonly string[]): Promise<T> {
    const tried = async (): Promise<{ readonly done: T } | { readonly failed: unknown } | undefined> => {
      try {
        return { done: await act() };
      } catch (failed) {
        return failed instanceof Refused && codes.includes(failed.code) ? undefined : { failed };
      }
    };
    const outcome = await eventually(tried, { timeoutMs, describe: codes.join(' or ') });
    if ('failed' in outcome) throw outcome.failed;
    return outcome.done;
  }

  private codes(): { readonly taxOfficeCode: string; readonly treasuryCode: string } {
    const { today } = this.e2e;
    return {
      taxOfficeCode: officeById('tax', this.offices.tax, today)?.taxOfficeCode ?? '',
      treasuryCode: officeById('treasury', this.offices.treasury, today)?.treasuryCode ?? '',
    };
  }
}

export interface BankAdvice {
  readonly payableItemId: string;
  readonly amountDong: DongText;
  readonly sequence?: number;
  readonly id?: string;
}
