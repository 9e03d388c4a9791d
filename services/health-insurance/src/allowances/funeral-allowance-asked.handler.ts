import { Controller } from '@nestjs/common';
import { actOf, BY_POLICY, FuneralAllowanceAskedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { workingOffice } from '../act';
import { AllowanceQuestionRow } from './allowance.entities';
import { FuneralAllowances } from './funeral-allowances';

/** Social protection asks before it pays (O §4.6). The same question again changes nothing. */
@Controller()
export class FuneralAllowanceAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly allowances: FuneralAllowances,
    private readonly clock: Clock,
  ) {}

  @Handles(FuneralAllowanceAskedV1, {
    loads: [[AllowanceQuestionRow, (body) => body.dossierCode]],
    reads: [policiesOf('tell-allowance')],
  })
  async handle(message: Received<FuneralAllowanceAskedV1>): Promise<void> {
    const { dossierCode, subDossierCode, personalIdentificationNumber, diedOn } = message.body;
    if (await this.unitOfWork.find(AllowanceQuestionRow, dossierCode)) return;
    const act = actOf(message, this.clock.now());
    const question: AllowanceQuestionRow = {
      ...{ dossierCode, subDossierCode, personalIdentificationNumber, diedOn, state: 'asked', since: act.at },
      office: workingOffice(message.office, act.at),
      askedBy: message.senderOffice,
      workMessageId: message.id,
    };
    this.unitOfWork.save(AllowanceQuestionRow, question);
    await this.allowances.tellIfAutomatic(question, { ...act, by: BY_POLICY });
  }
}
