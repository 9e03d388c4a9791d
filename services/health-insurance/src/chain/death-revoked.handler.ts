import { Controller } from '@nestjs/common';
import { actOf, DeathRevokedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { AllowanceQuestionRow, FuneralAllowanceRow } from '../allowances/allowance.entities';
import { BenefitsStopRow } from '../benefits/benefits-stop.entity';
import { pensionResumed, revoked } from '../benefits/benefits-stop.rules';
import { HealthCardRow } from '../cards/health-card.entity';
import { restored } from '../cards/health-card.rules';
import { InsuredPersonRow } from '../insured/insured-person.entity';

const OTHER_QUESTIONS = `
  select dossier_code as code from allowance_question where personal_identification_number = $1 and dossier_code <> $2`;
const OTHER_STOPS = `
  select dossier_code as code from benefits_stop
   where death -> 'deceased' ->> 'personalIdentificationNumber' = $1 and dossier_code <> $2`;

/**
 * The person is alive: card and pension go on, a funeral allowance is claimed back (O §4.6). Where only one of two registrations
 * is revoked the allowance stays paid.
 */
@Controller()
export class DeathRevokedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathRevokedV1, {
    loads: [
      [BenefitsStopRow, (body) => body.dossierCode],
      [AllowanceQuestionRow, (body) => body.dossierCode],
      [HealthCardRow, (body) => body.death.deceased.personalIdentificationNumber],
      [InsuredPersonRow, (body) => body.death.deceased.personalIdentificationNumber],
      [FuneralAllowanceRow, (body) => body.death.deceased.personalIdentificationNumber],
    ],
  })
  async handle(message: Received<DeathRevokedV1>): Promise<void> {
    const { dossierCode, death, revokedOn } = message.body;
    const act = actOf(message, this.clock.now());
    const stop = await this.unitOfWork.find(BenefitsStopRow, dossierCode);
    if (stop) this.unitOfWork.save(BenefitsStopRow, revoked(stop, act));
    const question = await this.unitOfWork.find(AllowanceQuestionRow, dossierCode);
    if (question) this.unitOfWork.save(AllowanceQuestionRow, { ...question, state: 'revoked', since: act.at });
    const number = death.deceased.personalIdentificationNumber;
    if (number !== undefined) await this.reverse(number, dossierCode, revokedOn);
  }

  private async reverse(number: string, dossierCode: string, on: string): Promise<void> {
    const card = await this.unitOfWork.find(HealthCardRow, number);
    if (card) this.unitOfWork.save(HealthCardRow, restored(card, dossierCode, on));
    const person = await this.unitOfWork.find(InsuredPersonRow, number);
    if (person) this.unitOfWork.save(InsuredPersonRow, pensionResumed(person, dossierCode));
    const paid = await this.unitOfWork.find(FuneralAllowanceRow, number);
    if (paid?.state !== 'paid') return;
    if (!(await this.isDeadElsewhere(number, dossierCode)))
      this.unitOfWork.save(FuneralAllowanceRow, { ...paid, state: 'recovery' });
  }

  /** Whether another registration of the person's death, not revoked, is known here: the allowance rests on it. */
  private async isDeadElsewhere(number: string, dossierCode: string): Promise<boolean> {
    for (const [entity, others] of [
      [AllowanceQuestionRow, OTHER_QUESTIONS],
      [BenefitsStopRow, OTHER_STOPS],
    ] as const) {
      for (const { code } of await this.unitOfWork.query<{ code: string }>(others, [number, dossierCode])) {
        const other = await this.unitOfWork.read<AllowanceQuestionRow | BenefitsStopRow>(entity, code);
        if (other?.state !== 'revoked') return true;
      }
    }
    return false;
  }
}
