import { Injectable } from '@nestjs/common';
import { type Act, FuneralAllowancePaidV1, FuneralAllowanceToldV1 } from '@lienthong/contracts';
import { dong, dongText, type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { atHome } from '../act';
import { insuranceErrors } from '../health-insurance.errors';
import { InsuredPersonRow } from '../insured/insured-person.entity';
import { AllowanceQuestionRow, FuneralAllowanceRow } from './allowance.entities';
import { entitlementOf, funeralAllowance, knowsWage } from './allowance.rules';

/** A question and a payment about one person wait for each other, so that no asker misses the payment. */
const ONE_AT_A_TIME = 'select pg_advisory_xact_lock(hashtextextended($1, 1))';
const TOLD = `select dossier_code as code from allowance_question
  where personal_identification_number = $1 and state = 'told' order by dossier_code`;

/** The funeral allowance (trợ cấp mai táng): asked about by social protection, paid here; whoever asked hears of the payment. */
@Injectable()
export class FuneralAllowances {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
  ) {}

  async tellIfAutomatic(question: AllowanceQuestionRow, act: Act): Promise<void> {
    if (knowsWage(question.diedOn) && (await this.policies.isAutomatic('tell-allowance')))
      await this.tell(question, act);
  }

  /** The step `tell-allowance`. */
  async tell(question: AllowanceQuestionRow, act: Act): Promise<AllowanceQuestionRow> {
    const { dossierCode, subDossierCode, personalIdentificationNumber, state, diedOn } = question;
    if (state !== 'asked')
      throw insuranceErrors.STEP_NOT_ALLOWED({ key: dossierCode, state, wanted: 'told', allowed: [] });
    await this.alone(personalIdentificationNumber);
    const person = await this.unitOfWork.find(InsuredPersonRow, personalIdentificationNumber);
    const paid = await this.unitOfWork.find(FuneralAllowanceRow, personalIdentificationNumber);
    const entitlement = entitlementOf(person, paid, diedOn);
    this.unitOfWork.send(
      FuneralAllowanceToldV1,
      { dossierCode, subDossierCode, personalIdentificationNumber, ...entitlement },
      toAsker(question, act.at),
    );
    const told: AllowanceQuestionRow = { ...question, state: 'told', since: act.at };
    this.unitOfWork.save(AllowanceQuestionRow, told);
    return told;
  }

  /** Paid once for each person; everybody who was told before hears of it (O §4.6 BHXH pays later). */
  async pay(
    number: string,
    { diedOn, office }: { readonly diedOn: LocalDate; readonly office: string },
    act: Act,
  ): Promise<FuneralAllowanceRow> {
    await this.alone(number);
    const known = await this.unitOfWork.find(FuneralAllowanceRow, number);
    if (known && known.state !== 'recovered') {
      const { paidOn, decisionNumber } = known;
      throw insuranceErrors.ALLOWANCE_ALREADY_PAID({ paidOn, decisionNumber });
    }
    const decisionNumber = await this.books.next('QĐ-BHXH', office);
    const amountDong = funeralAllowance(diedOn);
    const paidOn = localDate(act.at);
    const paid: FuneralAllowanceRow = {
      ...{ personalIdentificationNumber: number, office, amountDong, paidOn, decisionNumber, paidBy: act.by },
      state: 'paid',
    };
    this.unitOfWork.save(FuneralAllowanceRow, paid);
    for (const { code } of await this.unitOfWork.query<{ code: string }>(TOLD, [number])) {
      this.announce(await this.unitOfWork.get(AllowanceQuestionRow, code), paid, act);
    }
    return paid;
  }

  /** The money of a revoked death is back. */
  recovered(known: FuneralAllowanceRow): FuneralAllowanceRow {
    const { personalIdentificationNumber: key, state } = known;
    if (state !== 'recovery') throw insuranceErrors.STEP_NOT_ALLOWED({ key, state, wanted: 'recovered', allowed: [] });
    const done: FuneralAllowanceRow = { ...known, state: 'recovered' };
    this.unitOfWork.save(FuneralAllowanceRow, done);
    return done;
  }

  private announce(
    question: AllowanceQuestionRow,
    { amountDong, paidOn, decisionNumber }: FuneralAllowanceRow,
    { at }: Act,
  ): void {
    const { dossierCode, subDossierCode, personalIdentificationNumber } = question;
    this.unitOfWork.send(
      FuneralAllowancePaidV1,
      {
        ...{ dossierCode, subDossierCode, personalIdentificationNumber, paidOn, decisionNumber },
        amountDong: dongText(dong(amountDong)),
      },
      toAsker(question, at),
    );
  }

  private async alone(number: string): Promise<void> {
    await this.unitOfWork.query(ONE_AT_A_TIME, [number]);
  }
}

function toAsker(
  question: AllowanceQuestionRow,
  at: Date,
): {
  readonly fromOffice: string;
  readonly to: readonly [{ readonly member: 'social-protection'; readonly office: string }];
  readonly causationId: string;
} {
  const { office, askedBy, workMessageId } = atHome(question, at, 'social-protection');
  return { fromOffice: office, to: [{ member: 'social-protection', office: askedBy }], causationId: workMessageId };
}
