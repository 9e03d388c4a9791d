import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileRef } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Files, OutsideUnitOfWork, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { taxErrors } from '../tax.errors';
import { ScanPlace } from './scan-place.request';
import { ScanRequest } from './scan-request.entity';
import { scanRequestView, type ScanRequestView } from './scan-request.response';

const OF_DOSSIER = `
select request_id as "requestId", papers, asked_at as "askedAt", answered_at as "answeredAt", scans, missing
from scan_request where dossier_code = $1 order by asked_at desc limit 100`;

@Controller('assessments')
@ApiTags('assessments')
export class GetScansController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly files: Files,
  ) {}

  /** What was asked of the land office and what came, the newest question first. */
  @Get(':dossierCode/scan-requests')
  @Roles('tax-officer', 'agency-leader')
  async list(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly items: readonly ScanRequestView[] }> {
    requireOffice(actor, (await this.assessments.look(dossierCode)).office);
    const rows = await this.unitOfWork.query<ScanRequest & { answeredAt: Date | null }>(OF_DOSSIER, [dossierCode]);
    return { items: rows.map(scanRequestView) };
  }

  /** Opens a scan: the bytes come from the bus, which writes down that this office has read them. */
  @Get(':dossierCode/scan-requests/:requestId/files/:fileId')
  @Roles('tax-officer', 'agency-leader')
  @OutsideUnitOfWork('the body is a stream from the bus')
  async open(
    @Param() { dossierCode, requestId, fileId }: ScanPlace,
    @CurrentActor() actor: Actor,
    @Res() response: Response,
  ): Promise<void> {
    const request = await this.unitOfWork.perform(() => this.unitOfWork.read(ScanRequest, requestId));
    const scan = request?.scans.find(({ file }) => file.fileId === fileId);
    if (!request || request.dossierCode !== dossierCode || !scan) throw taxErrors.SCAN_UNKNOWN({ dossierCode, fileId });
    requireOffice(actor, request.office);
    await this.send(scan.file, response);
  }

  /** What cannot be had is told before the head of the answer is sent; what breaks later breaks the answer. */
  private async send(file: FileRef, response: Response): Promise<void> {
    const bytes = this.files.read(file);
    const first = await bytes.next();
    response.setHeader('content-type', file.contentType);
    response.setHeader('content-length', String(file.size));
    response.setHeader('content-disposition', 'attachment');
    const all = async function* (): AsyncGenerator<Buffer> {
      if (!first.done) yield first.value;
      yield* bytes;
    };
    await pipeline(Readable.from(all()), response).catch(() => response.destroy());
  }
}
