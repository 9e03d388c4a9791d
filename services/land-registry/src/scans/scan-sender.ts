import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { BackgroundParts, TimedWork } from '@lienthong/service-host';
import { PinoLogger } from 'nestjs-pino';
import { LandRegistryConfig } from '../land-registry.config';
import { AnswerScanRequest } from './answer-scan-request';

const OPEN = 'select request_id as "requestId" from scan_request where answered_at is null order by asked_at limit 20';

/** Answers questions for scans one after another; what could not be answered comes again with the next turn. */
@Injectable()
export class ScanSender extends TimedWork {
  constructor(
    unitOfWork: UnitOfWork,
    answer: AnswerScanRequest,
    config: LandRegistryConfig,
    logger: PinoLogger,
    parts: BackgroundParts,
  ) {
    super({
      name: 'scans',
      everyMs: config.scanSendEveryMs,
      onFailure: (error) => logger.warn({ err: error }, 'scans are sent with the next turn'),
      work: async () => {
        const open = await unitOfWork.perform(() => unitOfWork.query<{ requestId: string }>(OPEN));
        for (const { requestId } of open) await answer.run(requestId);
        return {};
      },
    });
    parts.add(this);
  }
}
