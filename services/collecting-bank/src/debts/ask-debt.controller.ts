import { DebtAskedV1, DebtAskedV2, PayerNumber, versionForPayers } from '@lienthong/contracts';
import { DossierCode } from '@lienthong/envelope';
import { Clock, localDate, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DebtQuery } from './debt-query.entity';
import { taxOfficeOf } from './debt-query.rules';

/** Both are needed: the code of the dossier and the number of the person who owes. */
export class AskDebtRequest {
  @DossierCode()
  readonly dossierCode: string;

  @PayerNumber()
  readonly payerNumber: string;
}

/** M31: a payer asks the tax office what is owed; the answer is looked up by the id that is given here. */
@Controller('debt-queries')
@ApiTags('payments')
export class AskDebtController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Post()
  @Roles('payer', 'bank-clerk')
  @Creates()
  ask(
    @Body() { dossierCode, payerNumber }: AskDebtRequest,
    @CurrentActor() { id: askedBy, office }: Actor,
  ): { readonly queryId: string } {
    const askedAt = this.clock.now();
    const queryId = newId(this.clock);
    const { member, id: taxOffice } = taxOfficeOf(dossierCode, localDate(askedAt));
    this.unitOfWork.save(DebtQuery, { queryId, office, taxOffice, askedBy, askedAt });
    const to = [{ member, office: taxOffice }];
    const version = versionForPayers([payerNumber], DebtAskedV1, DebtAskedV2);
    this.unitOfWork.send(version, { queryId, dossierCode, payerNumber }, { fromOffice: office, to });
    return { queryId };
  }
}
