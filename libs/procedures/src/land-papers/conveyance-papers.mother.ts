import {
  type ConveyancePapers,
  DossierForwardedV1,
  type LandRequest,
  LandRequestForwardedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

export const W2 = messageOf(DossierForwardedV1).example;
export const W2_DAY = '2026-08-03';

export function papersOf(change: Partial<ConveyancePapers> = {}): ConveyancePapers {
  const { sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter } = W2;
  return { sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter, ...change };
}

/** The example's request for a mortgage. */
export function requestOf(change: Partial<LandRequest> = {}): LandRequest {
  return { ...messageOf(LandRequestForwardedV1).example.request, ...change };
}
