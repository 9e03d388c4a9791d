import { ScansProvidedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { taxErrors } from '../tax.errors';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { type ComparedScan, compareScan } from './scan-agreement.rules';
import { ScanRequest } from './scan-request.entity';

/**
 * M18, the answer: the references are kept, each compared with the hash that the slip names; the files are fetched when an
 * officer opens them.
 */
@Controller()
export class ScansProvidedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  @Handles(ScansProvidedV1, {
    loads: [[ScanRequest, ({ requestId }) => requestId]],
    reads: [[AssessmentRow, ({ dossierCode }) => dossierCode]],
  })
  async handle({ body }: Received<ScansProvidedV1>): Promise<void> {
    const { requestId, dossierCode, missing = [] } = body;
    const request = await this.unitOfWork.find(ScanRequest, requestId);
    if (request?.dossierCode !== dossierCode) throw taxErrors.SCAN_REQUEST_UNKNOWN({ requestId, dossierCode });
    if (request.answeredAt) return;
    const slip = await this.slipOf(dossierCode);
    const scans = (body.scans ?? []).map((scan) => compareScan(scan, slip?.content));
    this.unitOfWork.save(ScanRequest, { ...request, scans, missing, answeredAt: this.clock.now() });
    for (const scan of scans.filter(({ agreement }) => agreement === 'differs')) this.alarm(request, scan);
  }

  private async slipOf(dossierCode: string): Promise<TransferSlip | undefined> {
    const assessment = await this.unitOfWork.read(AssessmentRow, dossierCode);
    return assessment && (await this.unitOfWork.read(TransferSlip, assessment.slipId));
  }

  /** What came is not what the leader of the land office signed with the slip: an officer asks for completion (M13). */
  private alarm({ office, dossierCode }: ScanRequest, { paper, file }: ComparedScan): void {
    const text = `Bản quét ${paper} (${file.fileId}) không khớp mã băm ghi trên phiếu chuyển thông tin.`;
    this.tasks.open({ kind: 'alarm', office, dossierCode, text });
  }
}
