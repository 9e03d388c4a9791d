import { type Act, received, type Reception, requestRules, type ResidenceRequestedV1 } from '@lienthong/contracts';
import { residenceErrors } from '../residence.errors';
import type { Registration } from './registration.state';

/** How a request goes on: CT04 accepts it, CT05 asks for papers, CT06 refuses it. */
export const registrations = requestRules<Registration>('registered', residenceErrors.STEP_NOT_ALLOWED);

/** The request enters the office's work list. */
export function receive(body: ResidenceRequestedV1, reception: Reception, act: Act): Registration {
  const { birth, request, previousDossierCode } = body;
  return {
    ...received(body, reception, act),
    ...{ receivedAt: act.at, birth, request, papers: [] },
    ...(previousDossierCode === undefined ? {} : { previousDossierCode }),
  };
}

/**
 * What the request lacks. At the place of parents or guardian nothing is verified for a child under six (NĐ 58/2026); elsewhere
 * the parents' opinion is needed (NĐ 154/2024 Đ7) and that of the head of household (O §4.1 papers, CT01).
 */
export function missingItems({ request }: Registration): readonly string[] {
  if (request.place !== 'elsewhere') return [];
  const given = new Set(request.opinions.map(({ by }) => by));
  return [
    ...(given.has('parent') ? [] : ['Ý kiến của cha, mẹ']),
    ...(given.has('household-head') ? [] : ['Ý kiến của chủ hộ']),
  ];
}
