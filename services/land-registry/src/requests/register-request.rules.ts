import type { IssuedCertificate, LandRequest } from '@lienthong/contracts';
import { RELEASES } from '../encumbrances/blocks.data';
import { encumber, release } from '../encumbrances/encumbrance.rules';
import { convey } from '../parcels/parcel.rules';
import type { Owner, Parcel } from '../parcels/parcel.state';

export interface Registering {
  readonly dossierCode: string;
  readonly request: LandRequest;
  readonly owners: readonly Owner[];
  readonly issued: IssuedCertificate;
}

/** What the register says of a parcel once the request is registered; its certificate only gets a note. */
export function registered(parcel: Parcel, { dossierCode, request, owners, issued }: Registering): Parcel {
  const { changeKind, mortgage, purposeChange } = request;
  if (RELEASES.includes(changeKind)) return release(parcel, request.release?.registerNumber ?? '');
  const freed = convey(parcel, { dossierCode, owners, certificate: parcel.certificate });
  if (mortgage) {
    return encumber(freed, {
      kind: 'mortgage',
      registerNumber: issued.registerNumber,
      registeredOn: issued.signedOn,
      holderName: mortgage.mortgageeName,
      holderNumber: mortgage.mortgageeNumber,
      dossierCode,
    });
  }
  if (purposeChange) {
    const { newPurpose: purpose, newPosition: position } = purposeChange;
    const { details, ...rest } = freed;
    // Term, origin and areas were those of the use before.
    const address = details?.address;
    return { ...rest, purpose, position, ...(address !== undefined && { details: { address } }) };
  }
  return freed;
}
