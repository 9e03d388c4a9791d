import type { IssuedCertificate } from '@lienthong/contracts';
import { encumber } from '../encumbrances/encumbrance.rules';
import { convey, type Conveyance } from '../parcels/parcel.rules';
import type { Parcel } from '../parcels/parcel.state';

/** The new owners stand in the register; what they may pay later lies on the parcel until its note is removed (F19, L10). */
export function conveyed(parcel: Parcel, conveyance: Conveyance, issued: IssuedCertificate): Parcel {
  const free = convey(parcel, conveyance);
  if (!issued.deferredItems) return free;
  return encumber(free, {
    kind: 'deferred-obligation',
    registerNumber: issued.registerNumber,
    registeredOn: issued.signedOn,
    dossierCode: conveyance.dossierCode,
  });
}
