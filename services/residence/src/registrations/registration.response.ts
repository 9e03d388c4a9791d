import { ct01 } from './ct01.rules';
import { missingItems } from './registration.rules';
import type { Registration } from './registration.state';

/** A request as the officers of its office see it. */
export function registrationView(registration: Registration): object {
  const { dossierCode, subDossierCode, state, dueAt, previousDossierCode, receiptNumber, papers, history } =
    registration;
  return {
    dossierCode,
    subDossierCode,
    state,
    dueAt,
    previousDossierCode,
    receiptNumber,
    ct01: ct01(registration),
    place: registration.request.place,
    missingItems: missingItems(registration),
    supplement: registration.supplement,
    papers,
    noticeNumber: registration.noticeNumber,
    refusal: registration.refusal,
    history,
  };
}
