import type { LocalDate } from '@lienthong/kernel';
import { paperErrors } from '../papers.errors';
import type { PaperForm } from './form-language.rules';

/** The form that is printed for a day, the first in the list that holds. @throws papers.NO_FORM */
export function formInForce<D>(paper: string, forms: readonly PaperForm<D>[], on: LocalDate): PaperForm<D> {
  const form = forms.find(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo));
  if (!form) throw paperErrors.NO_FORM({ paper, on });
  return form;
}
