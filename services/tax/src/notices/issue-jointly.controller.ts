import type { PaymentNotice } from '@lienthong/contracts';
import { ListOfText } from '@lienthong/envelope';
import { type Actor, CurrentActor, requireAnotherPerson, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { requireReadyToIssue } from '../assessments/assessment.rules';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { IssueJointly } from './issue-jointly';

/** Dossiers of the same people, of which one notice is issued for each kind of revenue. */
export class IssueJointlyRequest {
  @ListOfText({ min: 2, max: 20, maxLength: 40 })
  readonly dossierCodes: readonly string[];
}

/** The tax officer issues the first notices of several dossiers as one (F21); all of them or none. */
@Controller('joint-notices')
@ApiTags('assessments')
export class IssueJointlyController {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly notices: IssueJointly,
  ) {}

  @Post()
  @HttpCode(200)
  @Roles('tax-officer')
  async issue(
    @Body() { dossierCodes }: IssueJointlyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly notices: readonly PaymentNotice[] }> {
    const ready: ComputedAssessment[] = [];
    // One order everywhere, so that two officers never wait for each other's dossiers.
    for (const code of [...new Set(dossierCodes)].sort()) {
      const assessment = await this.assessments.get(code);
      requireOffice(actor, assessment.office);
      ready.push(requireReadyToIssue(assessment));
      requireAnotherPerson(actor, ready.at(-1)?.confirmedBy);
    }
    return { notices: await this.notices.issue(ready, actor.id) };
  }
}
