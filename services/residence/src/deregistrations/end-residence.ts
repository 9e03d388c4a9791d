import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  DeregistrationForwardedV1,
  ResidenceDeregisteredV1,
  toRegistrar,
} from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { ResidenceConfig } from '../residence.config';
import { ResidentRow } from '../residents/resident.entity';
import { ended } from '../residents/resident.rules';
import { DeregistrationRow } from './deregistration.entity';
import { remedyFor, step } from './deregistration.rules';
import type { Deregistration } from './deregistration.state';
import type { ProvinceAnswer } from './national-residence.gateway';

/** The step `deregister`: the residence ends here, is ended by another province, or there is none. */
@Injectable()
export class EndResidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
    private readonly config: ResidenceConfig,
  ) {}

  async ifAutomatic(known: Deregistration, act: Act): Promise<void> {
    if (await this.policies.isAutomatic('deregister')) await this.deregister(known, { ...act, by: BY_POLICY });
  }

  async deregister(known: Deregistration, act: Act): Promise<Deregistration> {
    const number = known.death.deceased.personalIdentificationNumber;
    const resident = number === undefined ? undefined : await this.unitOfWork.find(ResidentRow, number);
    const remedy = remedyFor(known.death, resident, this.config.homeProvinceCode);
    const on = localDate(act.at);
    switch (remedy.kind) {
      case 'forward':
        return this.forward(known, remedy.provinceCode, act);
      case 'nothing':
        return this.conclude(known, { outcome: 'nothing-to-delete', endedOn: on }, act);
      case 'end':
        this.unitOfWork.save(ResidentRow, ended(remedy.resident, on, known.dossierCode));
        return this.conclude(known, { outcome: 'deregistered', endedOn: on }, act);
    }
  }

  /** The branch ends with what was done, here or elsewhere. */
  async conclude(known: Deregistration, { outcome, endedOn }: ProvinceAnswer, act: Act): Promise<Deregistration> {
    const noticeNumber = outcome === 'deregistered' ? await this.books.next('TB-CA', known.office) : undefined;
    const done = step(known, outcome, act, { endedOn, noticeNumber });
    const { dossierCode, subDossierCode } = done;
    this.unitOfWork.send(
      ResidenceDeregisteredV1,
      { dossierCode, subDossierCode, outcome, endedOn, ...(noticeNumber === undefined ? {} : { noticeNumber }) },
      toRegistrar(done),
    );
    return this.keep(done);
  }

  private forward(known: Deregistration, provinceCode: string, act: Act): Deregistration {
    const forwarded = step(known, 'forwarded', act, { provinceCode });
    const { dossierCode, subDossierCode } = forwarded;
    this.unitOfWork.send(
      DeregistrationForwardedV1,
      { dossierCode, subDossierCode, provinceCode, forwardedAt: instantText(act.at) },
      toRegistrar(forwarded),
    );
    return this.keep(forwarded);
  }

  private keep(deregistration: Deregistration): Deregistration {
    this.unitOfWork.save(DeregistrationRow, deregistration);
    return deregistration;
  }
}
