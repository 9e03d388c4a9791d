import type { SlipFault, TransferSlipSentV1 } from '@lienthong/contracts';
import type { Assessment } from '../assessments/assessment.state';

/** M14: a further slip counts up and replaces an earlier one; notices that are out are amended by it (M22, F6). */
export function submissionFaults(slip: TransferSlipSentV1, earlier: Assessment | undefined): readonly SlipFault[] {
  if (slip.submissionKind === 'withdrawal') return [fault('M15', 'Thu hồi phiếu chuyển chưa được phục vụ.')];
  if (!earlier) {
    return slip.submissionKind === 'first'
      ? []
      : [fault('M14', `Hồ sơ ${slip.dossierCode} chưa có phiếu chuyển để thay thế.`)];
  }
  if (slip.submission <= earlier.submission) {
    return [fault('M14', `Lần gửi ${slip.submission} không lớn hơn lần gửi trước (${earlier.submission}).`)];
  }
  return [];
}

function fault(rule: string, text: string): SlipFault {
  return { rule, text };
}
