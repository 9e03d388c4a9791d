import type { ScannedPaper, SlipAttachment } from '@lienthong/contracts';

/** Whether a scan is the file that the slip names by its hash; `not-named` where the slip names no such paper. */
export type ScanAgreement = 'agrees' | 'differs' | 'not-named';

/** A scan as it came, compared with the slip that stood then. */
export interface ComparedScan extends ScannedPaper {
  /** Absent on scans from before they were compared. */
  readonly agreement?: ScanAgreement;
  readonly comparedWith?: string;
}

interface NamedBySlip {
  readonly slipId: string;
  readonly attachments?: readonly Pick<SlipAttachment, 'code' | 'sha256'>[];
}

/** M18: what was signed with the slip is compared with what came, byte for byte, by the hash of both. */
export function compareScan(scan: ScannedPaper, slip: NamedBySlip | undefined): ComparedScan {
  if (!slip) return { ...scan, agreement: 'not-named' };
  const named = (slip.attachments ?? []).filter(({ code }) => code === scan.paper);
  const isSame = named.some(({ sha256 }) => sha256 === scan.file.sha256);
  const agreement = named.length === 0 ? 'not-named' : isSame ? 'agrees' : 'differs';
  return { ...scan, agreement, comparedWith: slip.slipId };
}
