import type { LocalDate } from '@lienthong/kernel';
import { formInForce } from '../../layout/form-in-force.rules';
import type { PaperForm } from '../../layout/form-language.rules';
import { cadastralDataRequest, completionRequest, exemptionRefusal, explanationRequest } from './completion-requests.data'; // prettier-ignore
import { electronicAcceptance, electronicReceipt } from './electronic-receipts.data';
import type { LetterSheet } from './letter.sheet.state';

const letters = {
  completion: [completionRequest],
  'cadastral-data': [cadastralDataRequest],
  explanation: [explanationRequest],
  'exemption-refused': [exemptionRefusal],
  received: [electronicReceipt],
  accepted: [electronicAcceptance],
} as const satisfies Record<string, readonly PaperForm<LetterSheet>[]>;

/** What a letter of the tax office is about (L §2.2.3). */
export type LetterKind = keyof typeof letters;

/** @throws papers.NO_FORM for a day on which the letter has no form */
export function letterForm(kind: LetterKind, on: LocalDate): PaperForm<LetterSheet> {
  return formInForce(`letter ${kind}`, letters[kind], on);
}
