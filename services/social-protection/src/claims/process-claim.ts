import { Injectable } from '@nestjs/common';
import {
  type Act,
  BY_POLICY,
  FuneralAllowanceAskedV1,
  FuneralSupportDecidedV1,
  FuneralSupportRefusedV1,
  toRegistrar,
} from '@lienthong/contracts';
import { dong, dongText, instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, StepPolicies } from '@lienthong/service-host';
import { protectionErrors } from '../social-protection.errors';
import { ClaimRow } from './claim.entity';
import { isOpen, step, termsOf, wasAccepted } from './claim.rules';
import { afterAllowance, canBeAssessed, insuranceOfficeOf, mustAsk, ruleSetOn, verdictOn } from './entitlement.rules';
import type { AllowanceTold, Claim, Refusal } from './funeral-claim.state';
import { HeldSupport } from './held-support';

/** The way of a claim: assessed by the rules of the day of death, social insurance asked, decided by the chair, or refused. */
@Injectable()
export class ProcessClaim {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly policies: StepPolicies,
    private readonly support: HeldSupport,
  ) {}

  /** A death for which rules or the office of social insurance are not known is left to the officer. */
  async assessIfAutomatic(known: Claim, act: Act): Promise<void> {
    if (!canBeAssessed(known.death, localDate(act.at))) return;
    if (await this.policies.isAutomatic('assess')) await this.assess(known, { ...act, by: BY_POLICY });
  }

  /** The step `assess`: a second claim is linked to the first, one without entitlement is refused, the others go on. */
  async assess(known: Claim, act: Act): Promise<Claim> {
    const firstDossierCode = await this.support.otherHolder(known);
    if (firstDossierCode !== undefined) return this.refuse(known, { reason: ALREADY_CLAIMED, firstDossierCode }, act);
    const rules = ruleSetOn(known.death.deceased.diedOn);
    const verdict = verdictOn(known.death, known.claim, rules);
    if (!verdict.entitled) return this.refuse(known, verdict, act);
    const entitled = { ...known, ...termsOf(known, rules) };
    await this.support.hold(entitled, 'claimed');
    if (!mustAsk(known.death, rules)) return this.assessed(entitled, act);
    const asked = step(entitled, 'allowance-asked', act);
    this.ask(asked, act);
    return this.keep(asked);
  }

  /** Social insurance has answered. */
  async told(known: Claim, allowance: AllowanceTold, act: Act): Promise<Claim> {
    const answered = { ...known, allowance };
    const verdict = afterAllowance(known.amountDong ?? '0', allowance);
    return verdict.entitled ? this.assessed(answered, act) : this.refuse(answered, verdict, act);
  }

  /** The step `decide`: the support is granted and paid. */
  async decide(known: Claim, act: Act): Promise<Claim> {
    const decisionNumber = await this.books.next('QĐ-UBND', known.office);
    const decidedOn = localDate(act.at);
    const decided = step(known, 'decided', act, { decisionNumber, decidedOn, decidedBy: act.by });
    const { dossierCode, subDossierCode, amountDong = '0', legalBasis = '' } = decided;
    await this.support.hold(decided, 'paid');
    this.unitOfWork.send(
      FuneralSupportDecidedV1,
      { dossierCode, subDossierCode, decisionNumber, decidedOn, amountDong: dongText(dong(amountDong)), legalBasis },
      toRegistrar(decided),
    );
    return this.keep(decided);
  }

  async refuse(known: Claim, { reason, firstDossierCode }: Omit<Refusal, 'documentNumber'>, act: Act): Promise<Claim> {
    const documentNumber = await this.books.next('TB-UBND', known.office);
    const first = firstDossierCode === undefined ? {} : { firstDossierCode };
    const refused = step(known, 'refused', act, { refusal: { documentNumber, reason, ...first } });
    const { dossierCode, subDossierCode } = refused;
    const accepted = wasAccepted(known);
    this.unitOfWork.send(
      FuneralSupportRefusedV1,
      { dossierCode, subDossierCode, documentNumber, refusedAt: instantText(act.at), reason, accepted, ...first },
      toRegistrar(refused),
    );
    return this.release(known, refused);
  }

  /** Ends an open claim without an answer: the chain, or the death, is no more. */
  async end(known: Claim, state: 'stopped' | 'revoked', act: Act): Promise<Claim> {
    return isOpen(known) ? this.release(known, step(known, state, act)) : known;
  }

  /** Money that was paid is claimed back: the officer's task. */
  async recover(known: Claim, recoveryReason: string, act: Act): Promise<Claim> {
    await this.support.hold(known, 'recovery');
    return this.keep(step(known, 'recovery', act, { recoveryReason }));
  }

  /** The money is back, so that the support may be claimed again. */
  async recovered(known: Claim, act: Act): Promise<Claim> {
    const back = step(known, 'recovered', act);
    await this.support.hold(known, 'free');
    return this.keep(back);
  }

  /** About a person without number only the chair decides: who it is rests on papers. */
  private async assessed(known: Claim, act: Act): Promise<Claim> {
    const assessed = this.keep(step(known, 'assessed', act));
    const isNumbered = known.death.deceased.personalIdentificationNumber !== undefined;
    const isAutomatic = isNumbered && (await this.policies.isAutomatic('decide'));
    return isAutomatic ? this.decide(assessed, { ...act, by: BY_POLICY }) : assessed;
  }

  private ask({ death, ...claim }: Claim, { at }: Act): void {
    const { dossierCode, subDossierCode, office: fromOffice, workMessageId: causationId } = claim;
    const { personalIdentificationNumber = '', diedOn } = death.deceased;
    const on = localDate(at);
    const office = insuranceOfficeOf(death, on);
    if (office === undefined)
      throw protectionErrors.INSURANCE_OFFICE_UNKNOWN({ communeCode: death.entry.communeCode, on });
    this.unitOfWork.send(
      FuneralAllowanceAskedV1,
      { dossierCode, subDossierCode, personalIdentificationNumber, diedOn, askedAt: instantText(at) },
      { fromOffice, to: [{ member: 'health-insurance', office }], causationId },
    );
  }

  private async release(known: Claim, ended: Claim): Promise<Claim> {
    await this.support.release(known);
    return this.keep(ended);
  }

  private keep(claim: Claim): Claim {
    this.unitOfWork.save(ClaimRow, claim);
    return claim;
  }
}

const ALREADY_CLAIMED = 'Đã có hồ sơ khác đề nghị hỗ trợ mai táng cho người chết này.';
