import { Injectable } from '@nestjs/common';
import { type Act, BenefitsStoppedV1, BY_POLICY, toRegistrar } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { HealthCardRow } from '../cards/health-card.entity';
import { stopped } from '../cards/health-card.rules';
import { InsuredPersonRow } from '../insured/insured-person.entity';
import { BenefitsStopRow } from './benefits-stop.entity';
import { pensionStopped, step } from './benefits-stop.rules';

/** The step `stop-benefits`: card and pension end; what was not there is said, not refused. */
@Injectable()
export class StopBenefits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
  ) {}

  async ifAutomatic(known: BenefitsStopRow, act: Act): Promise<void> {
    if (await this.policies.isAutomatic('stop-benefits')) await this.stop(known, { ...act, by: BY_POLICY });
  }

  async stop(known: BenefitsStopRow, act: Act): Promise<BenefitsStopRow> {
    const decisionNumber = await this.books.next('QĐ-BHXH', known.office);
    const done = step(known, 'benefits-stopped', act, { decisionNumber });
    const { dossierCode, subDossierCode } = done;
    const stoppedOn = localDate(act.at);
    const number = known.death.deceased.personalIdentificationNumber;
    const cardNumber = number === undefined ? undefined : await this.stopCard(number, stoppedOn, dossierCode);
    const pension = number === undefined ? false : await this.stopPension(number, dossierCode);
    this.unitOfWork.send(
      BenefitsStoppedV1,
      {
        ...{ dossierCode, subDossierCode, pensionStopped: pension, stoppedOn, decisionNumber },
        ...(cardNumber === undefined ? {} : { cardNumber }),
      },
      toRegistrar(done),
    );
    this.unitOfWork.save(BenefitsStopRow, done);
    return done;
  }

  private async stopCard(number: string, on: string, dossierCode: string): Promise<string | undefined> {
    const card = await this.unitOfWork.find(HealthCardRow, number);
    if (card?.state !== 'active') return undefined;
    this.unitOfWork.save(HealthCardRow, stopped(card, on, dossierCode));
    return card.cardNumber;
  }

  private async stopPension(number: string, dossierCode: string): Promise<boolean> {
    const person = await this.unitOfWork.find(InsuredPersonRow, number);
    if (person?.pension !== 'paid') return false;
    this.unitOfWork.save(InsuredPersonRow, pensionStopped(person, dossierCode));
    return true;
  }
}
