import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  HealthCardSupplementWantedV1,
  toRegistrar,
} from '@lienthong/contracts';
import { instantText, type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, seriesKey, StepPolicies } from '@lienthong/service-host';
import { HealthInsuranceConfig } from '../health-insurance.config';
import { CardNumbers } from './card-numbers';
import { CardRequestRow } from './card-request.entity';
import { accepted, issued, refused, supplementUntil, supplementWanted } from './card-request.rules';
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

/** The step `issue`: a card, the card that is there already, papers wanted, or a written refusal; the registrar hears of each. */
@Injectable()
export class DecideCard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
    private readonly config: HealthInsuranceConfig,
    private readonly numbers: CardNumbers,
  ) {}

  /** Issues at once where the policy says so and the child is under six; else the officer decides. */
  async ifAutomatic(known: CardRequest, act: Act): Promise<void> {
    if (known.state !== 'received' || !isChild(known.birth.child.birthDate, localDate(act.at))) return;
    if (!(await this.policies.isAutomatic('issue'))) return;
    const existing = await this.unitOfWork.find(HealthCardRow, known.birth.personalIdentificationNumber);
    if (existing === undefined || existing.state === 'active') await this.issue(known, { ...act, by: BY_POLICY });
  }

  async accept(known: CardRequest, act: Act): Promise<CardRequest> {
    return this.keep(accepted(known, await this.books.next('TN', known.office), act));
  }

  /** A card that the child has already is the result, with the number it has (O §4.5). */
  async issue(known: CardRequest, act: Act): Promise<CardRequest> {
    const existing = await this.unitOfWork.find(HealthCardRow, known.birth.personalIdentificationNumber);
    requireUsable(existing);
    const card = existing ?? (await this.newCard(known, localDate(act.at)));
    const done = issued(known, card.cardNumber, act);
    const { dossierCode, subDossierCode } = done;
    const { cardNumber, issuedOn, validFrom, validTo } = card;
    this.unitOfWork.send(
      HealthCardIssuedV1,
      { dossierCode, subDossierCode, cardNumber, issuedOn, validFrom, validTo, existedBefore: existing !== undefined },
      toRegistrar(done),
    );
    return this.keep(done);
  }

  async wantSupplement(
    known: CardRequest,
    { items, reason }: { readonly items: readonly string[]; readonly reason: string },
    act: Act,
  ): Promise<CardRequest> {
    const until = supplementUntil(localDate(act.at));
    const documentNumber = await this.books.next('TB-BHXH', known.office);
    const waiting = supplementWanted(known, { documentNumber, until, items, reason }, act);
    const { dossierCode, subDossierCode } = waiting;
    this.unitOfWork.send(
      HealthCardSupplementWantedV1,
      { dossierCode, subDossierCode, documentNumber, wantedAt: instantText(act.at), until, items, reason },
      toRegistrar(waiting),
    );
    return this.keep(waiting);
  }

  async refuse(known: CardRequest, reason: string, act: Act): Promise<CardRequest> {
    const documentNumber = await this.books.next('TB-BHXH', known.office);
    const done = refused(known, { documentNumber, reason }, act);
    const { dossierCode, subDossierCode } = done;
    const wasAccepted = known.receiptNumber !== undefined;
    this.unitOfWork.send(
      HealthCardRefusedV1,
      { dossierCode, subDossierCode, documentNumber, refusedAt: instantText(act.at), reason, accepted: wasAccepted },
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

  private keep(request: CardRequest): CardRequest {
    this.unitOfWork.save(CardRequestRow, request);
    return request;
  }
}
