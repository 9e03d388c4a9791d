import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceSupplementWantedV1,
  toRegistrar,
} from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { ResidentRow } from '../residents/resident.entity';
import { residentOf } from '../residents/resident.rules';
import { RegistrationRow } from './registration.entity';
import { accepted, missingItems, refused, registered, supplementUntil, supplementWanted } from './registration.rules';
import type { Registration } from './registration.state';

/** The step `register`: a notice (registered), CT05 (papers missing) or CT06 (refused); the registrar hears of each. */
@Injectable()
export class DecideRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
  ) {}

  /** Registers at once where the policy says so and nothing is missing; else the officer decides. */
  async ifAutomatic(known: Registration, act: Act): Promise<void> {
    if (known.state !== 'received' || missingItems(known).length > 0) return;
    if (!(await this.policies.isAutomatic('register'))) return;
    const resident = await this.residentOf(known);
    if (resident === undefined || resident.state === 'ended') await this.register(known, { ...act, by: BY_POLICY });
  }

  async accept(known: Registration, act: Act): Promise<Registration> {
    return this.keep(accepted(known, await this.books.next('CT04', known.office), act));
  }

  async register(known: Registration, act: Act): Promise<Registration> {
    const receiptNumber = known.receiptNumber ?? (await this.books.next('CT04', known.office));
    const noticeNumber = await this.books.next('TB-CA', known.office);
    const on = localDate(act.at);
    const done = registered({ ...known, receiptNumber }, noticeNumber, act);
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

  async wantSupplement(
    known: Registration,
    { items, reason }: { readonly items: readonly string[]; readonly reason: string },
    act: Act,
  ): Promise<Registration> {
    const until = supplementUntil(localDate(act.at));
    const documentNumber = await this.books.next('CT05', known.office);
    const waiting = supplementWanted(known, { documentNumber, until, items, reason }, act);
    const { dossierCode, subDossierCode } = waiting;
    this.unitOfWork.send(
      ResidenceSupplementWantedV1,
      { dossierCode, subDossierCode, documentNumber, wantedAt: instantText(act.at), until, items, reason },
      toRegistrar(waiting),
    );
    return this.keep(waiting);
  }

  async refuse(known: Registration, reason: string, act: Act): Promise<Registration> {
    const documentNumber = await this.books.next('CT06', known.office);
    const done = refused(known, { documentNumber, reason }, act);
    const { dossierCode, subDossierCode } = done;
    const wasAccepted = known.receiptNumber !== undefined;
    this.unitOfWork.send(
      ResidenceRefusedV1,
      { dossierCode, subDossierCode, documentNumber, refusedAt: instantText(act.at), reason, accepted: wasAccepted },
      toRegistrar(done),
    );
    return this.keep(done);
  }

  private residentOf({ birth }: Registration): Promise<ResidentRow | undefined> {
    return this.unitOfWork.find(ResidentRow, birth.personalIdentificationNumber);
  }

  private keep(registration: Registration): Registration {
    this.unitOfWork.save(RegistrationRow, registration);
    return registration;
  }
}
