import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceSupplementWantedV1,
  supplementUntil,
  toRegistrar,
} from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, RequestDecisions, type RequestKind, StepPolicies } from '@lienthong/service-host';
import { ResidentRow } from '../residents/resident.entity';
import { residentOf } from '../residents/resident.rules';
import { RegistrationRow } from './registration.entity';
import { missingItems, registrations } from './registration.rules';
import type { Registration } from './registration.state';

const ct01: RequestKind<Registration> = {
  row: RegistrationRow,
  rules: registrations,
  papers: { receipt: 'CT04', supplement: 'CT05', refusal: 'CT06' },
  supplementUntil,
  supplementWanted: ResidenceSupplementWantedV1,
  refused: ResidenceRefusedV1,
  answerTo: toRegistrar,
};

/** The step `register`: a notice (registered), CT05 (papers missing) or CT06 (refused); the registrar hears of each. */
@Injectable()
export class DecideRegistration extends RequestDecisions<Registration> {
  constructor(
    unitOfWork: UnitOfWork,
    books: NumberBooks,
    private readonly policies: StepPolicies,
  ) {
    super(unitOfWork, books, ct01);
  }

  /** Registers at once where the policy says so and nothing is missing; else the officer decides. */
  async ifAutomatic(known: Registration, act: Act): Promise<void> {
    if (known.state !== 'received' || missingItems(known).length > 0) return;
    if (!(await this.policies.isAutomatic('register'))) return;
    const resident = await this.residentOf(known);
    if (resident === undefined || resident.state === 'ended') await this.register(known, { ...act, by: BY_POLICY });
  }

  async register(known: Registration, act: Act): Promise<Registration> {
    const receiptNumber = known.receiptNumber ?? (await this.books.next('CT04', known.office));
    const noticeNumber = await this.books.next('TB-CA', known.office);
    const on = localDate(act.at);
    const done = registrations.granted({ ...known, receiptNumber }, act, { noticeNumber });
    const resident = residentOf(known, await this.residentOf(known), { noticeNumber, on });
    this.unitOfWork.save(ResidentRow, resident);
    const { dossierCode, subDossierCode } = done;
    const { communeCode, address, householdHeadName } = done.request;
    this.unitOfWork.send(
      ResidenceRegisteredV1,
      { dossierCode, subDossierCode, noticeNumber, registeredOn: on, communeCode, address, householdHeadName },
      toRegistrar(done),
    );
    return this.keep(done);
  }

  private residentOf({ birth }: Registration): Promise<ResidentRow | undefined> {
    return this.unitOfWork.find(ResidentRow, birth.personalIdentificationNumber);
  }
}
