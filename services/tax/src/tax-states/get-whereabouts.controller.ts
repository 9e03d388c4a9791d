import { officeById, officeByTreasuryCode, officeNameOn } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, type ClaimedBy, CurrentActor, holderOf, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Standing, whereabouts, type Whereabouts } from './whereabouts.rules';

/** One query: the assessment and what of its notices is settled. */
const STANDING = `
  select a.office, a.land_office as "landOffice", a.state, a.received_at as "receivedAt", a.issued_at as "issuedAt",
         a.notice_limit_on::text as "noticeLimitOn", o.fulfilled_on::text as "fulfilledOn",
         o.collection ->> 'treasuryCode' as "treasuryCode", i.unpaid, i."firstDue", i."lastPaidOn"
    from assessment a left join obligation o using (dossier_code)
    left join lateral (
      select count(*) filter (where p.state in ('unpaid', 'part-paid'))::integer as unpaid,
             (min(p.due_date) filter (where p.state in ('unpaid', 'part-paid')))::text as "firstDue",
             max(p.payments -> -1 ->> 'paidOn') filter (where p.state = 'paid') as "lastPaidOn"
        from payable_item p where p.dossier_code = a.dossier_code) i on true where a.dossier_code = $1`;

/** Of a slip at this tax office: who has it, since when, whom to ask. */
@Controller('assessments')
@ApiTags('assessments')
export class GetWhereaboutsController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':dossierCode/whereabouts')
  @Roles('tax-officer', 'agency-leader')
  async of(@Param('dossierCode') dossierCode: string, @CurrentActor() actor: Actor): Promise<Whereabouts & ClaimedBy> {
    const [standing] = await this.unitOfWork.query<Standing>(STANDING, [dossierCode]);
    if (!standing) throw persistenceErrors.NOT_FOUND({ entity: 'assessment', key: dossierCode });
    requireOffice(actor, standing.office);
    const on = localDate(standing.receivedAt);
    const office = officeById('tax', standing.office, on);
    const treasury = standing.treasuryCode === null ? undefined : officeByTreasuryCode(standing.treasuryCode, on);
    const where = whereabouts(dossierCode, standing, {
      ...(treasury && { treasury: { id: treasury.id, name: officeNameOn(treasury, on) } }),
      name: office ? officeNameOn(office, on) : standing.office,
      since: instantText(standing.issuedAt ?? standing.receivedAt),
    });
    return { ...where, ...(await holderOf(this.unitOfWork, { kind: 'assessment', key: dossierCode })) };
  }
}
