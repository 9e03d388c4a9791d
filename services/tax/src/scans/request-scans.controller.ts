import { ScansRequestedV1 } from '@lienthong/contracts';
import { Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { RequestScansRequest } from './request-scans.request';
import { ScanRequest } from './scan-request.entity';
import { scanRequestView, type ScanRequestView } from './scan-request.response';

/** M18: the officer asks the land office of the slip for scans that it holds. */
@Controller('assessments')
@ApiTags('assessments')
export class RequestScansController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly clock: Clock,
  ) {}

  @Post(':dossierCode/scan-requests')
  @Roles('tax-officer')
  @Creates()
  async ask(
    @Param('dossierCode') dossierCode: string,
    @Body() { papers }: RequestScansRequest,
    @CurrentActor() actor: Actor,
  ): Promise<ScanRequestView> {
    const { office, landOffice } = await this.assessments.look(dossierCode);
    requireOffice(actor, office);
    const asked = { dossierCode, requestId: newId(this.clock), papers };
    const request = { ...asked, office, askedBy: actor.id, askedAt: this.clock.now(), scans: [], missing: [] };
    this.unitOfWork.save(ScanRequest, request);
    const to = [{ member: 'land-registry', office: landOffice }];
    this.unitOfWork.send(ScansRequestedV1, asked, { fromOffice: office, to });
    return scanRequestView(request);
  }
}
