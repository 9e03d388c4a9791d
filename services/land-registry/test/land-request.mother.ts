import { LandRequestForwardedV1, type LandRequest } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { TestService } from '@lienthong/testing';
import { LandRequestForwardedHandler } from '../src/requests/land-request-forwarded.handler';
import { deliver, dossierNumber } from './land-registry.mother';

const { request: example, ...frame } = messageOf(LandRequestForwardedV1).example;

const procedures: Readonly<Record<LandRequest['changeKind'], string>> = {
  mortgage: '1.011441',
  'mortgage-release': '1.011443',
  'name-change': '1.013833',
  'deferral-removal': '1.013988',
  'purpose-change': '1.013992',
};

if (!example.mortgage) throw new Error('the example is a mortgage');
export const { mortgage } = example;

/** A request about the parcel of that number, filed under a code of its own. */
export function requestNumber(
  number: number,
  code: number,
  part: Partial<LandRequest> & Pick<LandRequest, 'changeKind'>,
): LandRequestForwardedV1 {
  const { parcels, certificate, sellers, submitter } = dossierNumber(number);
  return {
    ...frame,
    dossierCode: `H19.91.01-260803-${String(code).padStart(4, '0')}`,
    procedure: procedures[part.changeKind],
    request: { owners: sellers, parcels, certificate, submitter, ...part },
  };
}

/** The release of what stands under that number. */
export function releaseOf(registerNumber: string): LandRequest['release'] {
  return { registerNumber, documentNumber: '12/GXN-NH', documentDate: '2026-08-02' };
}

export async function forwardRequest(service: TestService, body: LandRequestForwardedV1): Promise<void> {
  await deliver(service, LandRequestForwardedHandler, { of: LandRequestForwardedV1, body, sender: 'intake' });
}
