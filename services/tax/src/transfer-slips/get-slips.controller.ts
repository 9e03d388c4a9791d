import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRepository } from '../assessments/assessment.repository';

/** One version of a dossier's slip, with both waits where it was to be completed (F4). */
export interface SlipVersionView {
  readonly slipId: string;
  readonly slipNumber: string;
  readonly submission: number;
  readonly submissionKind: string;
  readonly replacesSlipId?: string;
  readonly changedFields?: readonly string[];
  readonly outcome: 'received' | 'returned';
  readonly receivedAt: string;
  readonly withdrawnAt?: string;
  readonly faults: readonly object[];
  readonly completion?: object;
}

const VERSIONS = `
select s.content ->> 'slipNumber' as "slipNumber", s.slip_id as "slipId", (s.content ->> 'submission')::integer as submission,
  s.content ->> 'submissionKind' as "submissionKind", s.content ->> 'replacesSlipId' as "replacesSlipId",
  s.content -> 'changedFields' as "changedFields", s.outcome, s.received_at as "receivedAt", s.withdrawn_at as "withdrawnAt",
  s.faults,
  case when c.slip_id is not null then jsonb_strip_nulls(jsonb_build_object(
    'requestNumber', c.request_number, 'requestedAt', c.requested_at, 'requestedBy', c.requested_by, 'askBy', c.ask_by,
    'answerBy', c.answer_by, 'answeredAt', c.answered_at, 'answeredBy', c.answered_by, 'faults', c.faults)) end as completion
from transfer_slip s left join completion_request c on c.slip_id = s.slip_id
where s.dossier_code = $1 order by submission, s.received_at limit 100`;

/** The slips of a dossier as they came, none overwritten: which replaced which, what was asked for, what was withdrawn. */
@Controller('assessments')
@ApiTags('assessments')
export class GetSlipsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
  ) {}

  @Get(':dossierCode/slips')
  @Roles('tax-officer', 'agency-leader')
  async list(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly slips: readonly SlipVersionView[] }> {
    const { office } = await this.assessments.look(dossierCode);
    requireOffice(actor, office);
    const rows = await this.unitOfWork.query<Record<string, unknown>>(VERSIONS, [dossierCode]);
    return { slips: rows.map(withoutNulls) };
  }
}

function withoutNulls(row: Record<string, unknown>): SlipVersionView {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as SlipVersionView;
}
