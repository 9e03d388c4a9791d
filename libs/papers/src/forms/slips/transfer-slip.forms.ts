import type { LocalDate } from '@lienthong/kernel';
import { formInForce } from '../../layout/form-in-force.rules';
import type { PaperForm } from '../../layout/form-language.rules';
import { landUseFeeMinimum } from './land-use-fee-minimum.data';
import { mau01Lchs } from './mau-01-lchs.data';
import { mau15 } from './mau-15.data';
import type { TransferSlipSheet } from './transfer-slip.sheet.state';

/** The slip's form on a day: for land-use fee the one of NĐ 50/2026 since it is in force. @throws papers.NO_FORM */
export function transferSlipForm(on: LocalDate, asksForLandUseFee = false): PaperForm<TransferSlipSheet> {
  return formInForce('transfer-slip', [...(asksForLandUseFee ? [landUseFeeMinimum] : []), mau15, mau01Lchs], on);
}
