import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Overpayment } from './overpayment.entity';

type OverpaymentView = Omit<Overpayment, 'office' | 'recordedAt'>;

const overpaymentsOfDossierSql = `
  select overpayment_id as "overpaymentId", dossier_code as "dossierCode", payable_item_id as "payableItemId",
    payer_number as "payerNumber", cause, reference, entry_number as "entryNumber", amount_dong::text as "amountDong",
    overpaid_on::text as "overpaidOn", booked_on::text as "bookedOn", offset_dong::text as "offsetDong", offsets,
    taken_back_on::text as "takenBackOn"
  from overpayment where dossier_code = $1 and office = $2 order by overpayment_id limit 200`;

/** What was overpaid under a dossier, and against what it was set (M45). */
@Controller('assessments')
@ApiTags('overpayments')
export class GetOverpaymentsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':dossierCode/overpayments')
  @Roles('tax-officer', 'agency-leader')
  async list(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly overpayments: readonly OverpaymentView[] }> {
    const overpayments = await this.unitOfWork.query<OverpaymentView>(overpaymentsOfDossierSql, [
      dossierCode,
      actor.office,
    ]);
    return { overpayments };
  }
}
