import type { DebtRow } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { DebtQuery } from './debt-query.entity';

export interface DebtView {
  readonly queryId: string;
  readonly state: 'asked' | 'found' | 'none';
  readonly rows: readonly DebtRow[];
}

/** The answer, for the person who asked only. */
@Controller('debt-queries')
@ApiTags('payments')
export class GetDebtController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':queryId')
  @Roles('payer', 'bank-clerk')
  async get(@Param('queryId') queryId: string, @CurrentActor() actor: Actor): Promise<DebtView> {
    const query = await this.unitOfWork.read(DebtQuery, queryId);
    if (query?.askedBy !== actor.id) throw bankErrors.DEBT_QUERY_UNKNOWN({ queryId });
    const { rows } = query;
    return { queryId, state: rows === undefined ? 'asked' : rows.length > 0 ? 'found' : 'none', rows: rows ?? [] };
  }
}
