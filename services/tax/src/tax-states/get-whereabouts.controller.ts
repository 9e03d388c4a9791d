import { officeById, officeNameOn } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Standing, whereabouts, type Whereabouts } from './whereabouts.rules';

/** One query: the assessment and what of its notices is settled. */
const STANDING = `
  select a.office, a.land_office as "landOffice", a.state, a.received_at as "receivedAt", a.issued_at as "issuedAt",
         a.notice_limit_on::text as "noticeLimitOn", o.fulfilled_on::text as "fulfilledOn",
         (select min(n.due_date)::text from payment_notice n where n.dossier_code = a.dossier_code) as "firstDue"
    from assessment a left join obligation o using (dossier_code) where a.dossier_code = $1`;

/** Of a slip at this tax office: who has it, since when, whom to ask. */
@Controller('assessments')
@ApiTags('assessments')
export class GetWhereaboutsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':dossierCode/whereabouts')
  @Roles('tax-officer', 'agency-leader')
  async of(@Param('dossierCode') dossierCode: string, @CurrentActor() actor: Actor): Promise<Whereabouts> {
    const [standing] = await this.unitOfWork.query<Standing>(STANDING, [dossierCode]);
    if (!standing) throw persistenceErrors.NOT_FOUND({ entity: 'assessment', key: dossierCode });
    requireOffice(actor, standing.office);
    const on = localDate(standing.receivedAt);
    const office = officeById('tax', standing.office, on);
    return whereabouts(dossierCode, standing, {
      name: office ? officeNameOn(office, on) : standing.office,
      since: instantText(standing.issuedAt ?? standing.receivedAt),
    });
  }
}
