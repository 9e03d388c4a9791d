import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  HealthCardSupplementWantedV1,
  supplementUntil,
  toRegistrar,
} from '@lienthong/contracts';
import { type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, RequestDecisions, type RequestKind, seriesKey, StepPolicies } from '@lienthong/service-host';
import { HealthInsuranceConfig } from '../health-insurance.config';
import { CardNumbers } from './card-numbers';
import { CardRequestRow } from './card-request.entity';
import { cardRequests } from './card-request.rules';
import type { CardRequest } from './card-request.state';
import { HealthCardRow } from './health-card.entity';
import {
  childCard,
  childCardNumber,
  isChild,
  requireChild,
  requireUsable,
  socialInsuranceNumber,
} from './health-card.rules';
import type { HealthCard } from './health-card.state';

const tk1: RequestKind<CardRequest> = {
  row: CardRequestRow,
  rules: cardRequests,
  papers: { receipt: 'TN', supplement: 'TB-BHXH', refusal: 'TB-BHXH' },
  supplementUntil,
  supplementWanted: HealthCardSupplementWantedV1,
  refused: HealthCardRefusedV1,
  answerTo: toRegistrar,
};

/** The step `issue`: a card, the card that is there already, papers wanted, or a written refusal; the registrar hears of each. */
@Injectable()
export class DecideCard extends RequestDecisions<CardRequest> {
  constructor(
    unitOfWork: UnitOfWork,
    books: NumberBooks,
    private readonly policies: StepPolicies,
    private readonly config: HealthInsuranceConfig,
    private readonly numbers: CardNumbers,
  ) {
    super(unitOfWork, books, tk1);
  }

  /** Issues at once where the policy says so and the child is under six; else the officer decides. */
  async ifAutomatic(known: CardRequest, act: Act): Promise<void> {
    if (known.state !== 'received' || !isChild(known.birth.child.birthDate, localDate(act.at))) return;
    if (!(await this.policies.isAutomatic('issue'))) return;
    const existing = await this.unitOfWork.find(HealthCardRow, known.birth.personalIdentificationNumber);
    if (existing === undefined || existing.state === 'active') await this.issue(known, { ...act, by: BY_POLICY });
  }

  /** A card that the child has already is the result, with the number it has (O §4.5). */
  async issue(known: CardRequest, act: Act): Promise<CardRequest> {
    const existing = await this.unitOfWork.find(HealthCardRow, known.birth.personalIdentificationNumber);
    requireUsable(existing);
    const card = existing ?? (await this.newCard(known, localDate(act.at)));
    const done = cardRequests.granted(known, act, { cardNumber: card.cardNumber });
    const { dossierCode, subDossierCode } = done;
    const { cardNumber, issuedOn, validFrom, validTo } = card;
    this.unitOfWork.send(
      HealthCardIssuedV1,
      { dossierCode, subDossierCode, cardNumber, issuedOn, validFrom, validTo, existedBefore: existing !== undefined },
      toRegistrar(done),
    );
    return this.keep(done);
  }

  private async newCard({ birth, office, dossierCode }: CardRequest, on: LocalDate): Promise<HealthCard> {
    requireChild(birth, on);
    const cardNumber = await this.freeNumber(on);
    const card = childCard(birth, { cardNumber, office, dossierCode, on });
    this.unitOfWork.save(HealthCardRow, card);
    return card;
  }

  /** Numbers that were issued before the chains are stepped over: cards recorded by an officer may lie in the series. */
  private async freeNumber(on: LocalDate): Promise<string> {
    const { homeProvinceCode: province } = this.config;
    for (;;) {
      const number = await this.books.draw(seriesKey('social-insurance-number', province, on.slice(0, 4)));
      const cardNumber = childCardNumber(socialInsuranceNumber(province, on, number), province, on);
      if (!(await this.numbers.isTaken(cardNumber))) return cardNumber;
    }
  }
}
