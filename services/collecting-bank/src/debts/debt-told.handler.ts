import { DebtToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { bankErrors } from '../collecting-bank.errors';
import { DebtQuery } from './debt-query.entity';

/** M31, the answer: kept once, from the tax office that was asked. */
@Controller()
export class DebtToldHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(DebtToldV1, { loads: [[DebtQuery, (answer) => answer.queryId]] })
  async handle({ body: { queryId, answeredAt, rows }, senderOffice }: Received<DebtToldV1>): Promise<void> {
    const query = await this.unitOfWork.find(DebtQuery, queryId);
    if (query?.taxOffice !== senderOffice) throw bankErrors.DEBT_QUERY_UNKNOWN({ queryId });
    if (query.rows) return;
    this.unitOfWork.save(DebtQuery, { ...query, answeredAt: new Date(answeredAt), rows });
  }
}
