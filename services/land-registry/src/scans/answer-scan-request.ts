import { Injectable } from '@nestjs/common';
import { SCANNED_PAPERS, type ScannedPaper, ScansProvidedV1 } from '@lienthong/contracts';
import { Clock, isAppError } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Files, transferErrors } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { HeldScanEntity, scanKey } from './held-scan.entity';
import { ScanFolder } from './scan-folder';
import { ScanRequestEntity } from './scan-request.entity';

const REFUSED = transferErrors.REFUSED.description.code;

/** Answers a question for scans: brings each file to the bus, over a line that may break for hours, then sends the answer. */
@Injectable()
export class AnswerScanRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly files: Files,
    private readonly folder: ScanFolder,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(AnswerScanRequest.name);
  }

  /** Repeatable: what is at the bus already is not brought again. @throws file-transfer.LINE_BROKEN */
  async run(requestId: string): Promise<void> {
    const { dossierCode, papers } = await this.unitOfWork.perform(() =>
      this.unitOfWork.get(ScanRequestEntity, requestId),
    );
    const scans: ScannedPaper[] = [];
    for (const paper of SCANNED_PAPERS.filter((one) => papers.includes(one))) {
      const scan = await this.bring(dossierCode, paper);
      if (scan) scans.push(scan);
    }
    await this.unitOfWork.perform(() => this.send(requestId, scans));
  }

  /** Nothing when the office holds no such scan, or holds one that the bus does not take. */
  private async bring(dossierCode: string, paper: ScannedPaper['paper']): Promise<ScannedPaper | undefined> {
    const key = scanKey(dossierCode, paper);
    const held = await this.unitOfWork.perform(() => this.unitOfWork.read(HeldScanEntity, key));
    if (!held) return undefined;
    try {
      return { paper, file: await this.files.upload(this.folder.pathOf(held.sha256), held) };
    } catch (error) {
      if (!isAppError(error) || error.code !== REFUSED) throw error;
      this.logger.error({ dossierCode, paper, ...error.facts }, 'the bus does not take a scan');
      return undefined;
    }
  }

  private async send(requestId: string, scans: readonly ScannedPaper[]): Promise<void> {
    const request = await this.unitOfWork.get(ScanRequestEntity, requestId);
    if (request.answeredAt) return;
    const { dossierCode, office, taxOffice, papers, messageId } = request;
    const missing = papers.filter((paper) => !scans.some((scan) => scan.paper === paper));
    this.unitOfWork.save(ScanRequestEntity, { ...request, answeredAt: this.clock.now() });
    this.unitOfWork.send(
      ScansProvidedV1,
      { dossierCode, requestId, ...(scans.length > 0 ? { scans } : {}), ...(missing.length > 0 ? { missing } : {}) },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: messageId },
    );
  }
}
