import { ScansProvidedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { taxErrors } from '../tax.errors';
import { ScanRequest } from './scan-request.entity';

/** M18, the answer: the references are kept, the files are fetched when an officer opens them. */
@Controller()
export class ScansProvidedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(ScansProvidedV1, { loads: [[ScanRequest, ({ requestId }) => requestId]] })
  async handle({ body }: Received<ScansProvidedV1>): Promise<void> {
    const { requestId, dossierCode, scans = [], missing = [] } = body;
    const request = await this.unitOfWork.find(ScanRequest, requestId);
    if (request?.dossierCode !== dossierCode) throw taxErrors.SCAN_REQUEST_UNKNOWN({ requestId, dossierCode });
    if (request.answeredAt) return;
    this.unitOfWork.save(ScanRequest, { ...request, scans, missing, answeredAt: this.clock.now() });
  }
}
