import { instantText } from '@lienthong/kernel';
import type { ComparedScan } from './scan-agreement.rules';
import type { ScanRequest } from './scan-request.entity';

export interface ScanRequestView {
  readonly requestId: string;
  readonly papers: readonly string[];
  readonly askedAt: string;
  readonly answeredAt?: string;
  /** Each with whether it is the file that the slip names. */
  readonly scans: readonly ComparedScan[];
  /** Papers of which the land office holds no scan. */
  readonly missing: readonly string[];
}

export function scanRequestView({
  requestId,
  papers,
  askedAt,
  answeredAt,
  scans,
  missing,
}: ScanRequest): ScanRequestView {
  const answered = answeredAt ? { answeredAt: instantText(answeredAt) } : {};
  return { requestId, papers, askedAt: instantText(askedAt), ...answered, scans, missing };
}
