import { instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CreditAdviceRow } from './credit-advice.entity';
import type { CreditAdvice } from './credit-advice.state';

export interface CreditAdviceView extends Omit<CreditAdvice, 'receivedAt' | 'advisedAt' | 'messageId'> {
  readonly receivedAt: string;
  readonly advisedAt: string;
}

@Controller('credit-advices')
@ApiTags('credit advices')
export class GetCreditAdviceController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':reference')
  @Roles('treasury-clerk', 'agency-leader')
  @Shows(CreditAdviceRow, { param: 'reference' })
  async get(@Param('reference') reference: string, @CurrentActor() actor: Actor): Promise<CreditAdviceView> {
    const advice = await this.unitOfWork.read(CreditAdviceRow, reference);
    if (!advice) throw persistenceErrors.NOT_FOUND({ entity: 'credit_advice', key: reference });
    requireOffice(actor, advice.office);
    const { messageId: _messageId, receivedAt, advisedAt, ...facts } = advice;
    return { ...facts, receivedAt: instantText(receivedAt), advisedAt: instantText(advisedAt) };
  }
}
