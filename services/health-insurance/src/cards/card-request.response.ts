import type { CardRequest } from './card-request.state';
import { tk1 } from './tk1.rules';

/** A request as the officers of its office see it. */
export function cardRequestView(request: CardRequest): object {
  const { dossierCode, subDossierCode, state, dueAt, receiptNumber, supplement, papers, cardNumber, refusal } = request;
  const result = { supplement, papers, cardNumber, refusal, history: request.history };
  return { dossierCode, subDossierCode, state, dueAt, receiptNumber, tk1: tk1(request), ...result };
}
