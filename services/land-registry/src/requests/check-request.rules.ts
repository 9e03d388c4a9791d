import { type LandRequest, ProgressChangedV1 } from '@lienthong/contracts';
import { OBLIGATION } from '@lienthong/procedures';
import {
  type CheckFault,
  type CheckResult,
  faultOf,
  parcelFaults,
  type Register,
} from '../dossiers/check-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import { RELEASES } from '../encumbrances/blocks.data';
import { landErrors } from '../land-registry.errors';
import { type Parcel, parcelKey, parcelName } from '../parcels/parcel.state';
import { pricedForFee } from './priced-for-fee.rules';
import { needsPermission } from './purpose-change.rules';

const PURPOSE = 'PURPOSE';

/** Compares a request with the register: the same as for a conveyance, and what its kind asks for. */
export function checkRequest(dossier: LandDossier, request: LandRequest, register: Register): CheckResult {
  const { content } = dossier;
  const { parcels } = register;
  const differing = request.parcels.flatMap((parcel) => {
    const registered = parcels.get(parcelKey(parcel));
    if (!registered) return [{ rule: 'PARCEL', text: `Không có ${parcelName(parcel)} trong sổ địa chính.` }];
    const usual = parcelFaults(content, parcel, registered);
    const faults = RELEASES.includes(request.changeKind)
      ? usual.filter(({ rule }) => rule !== 'HELD' && rule !== 'R5')
      : usual;
    return [...faults, ...kindFaults(request, registered)];
  });
  // Without the permission that it needs nothing is charged for it here.
  const isCharged = owes(dossier) && !differing.some(({ rule }) => rule === PURPOSE);
  const priced = isCharged ? pricedForFee(content, request, register) : { parcels: [], faults: [] };
  const faults = [...differing, ...priced.faults];
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'clean', parcels: priced.parcels };
}

/** A change of purpose for which money is due goes to the tax office first. */
export function owes({ request, instance }: LandDossier): boolean {
  return request?.changeKind === 'purpose-change' && !(instance.without ?? []).includes(OBLIGATION);
}

/** A request that owes nothing: the note on the certificate is prepared with the check. */
export function checkedAndPrepared(dossier: LandDossier, act: Act): LandDossier {
  const draftedCertificate = { form: 'noted' as const, serial: dossier.content.certificate.serial };
  return advance(dossier, [ProgressChangedV1, 'prepare-certificate'], act, { checkedBy: act.by, draftedCertificate });
}

function kindFaults({ changeKind, release, purposeChange }: LandRequest, registered: Parcel): readonly CheckFault[] {
  const parcel = parcelName(registered);
  if (release) {
    const { registerNumber } = release;
    const wanted = changeKind === 'mortgage-release' ? 'mortgage' : 'deferred-obligation';
    const lies = registered.encumbrances.some((one) => one.kind === wanted && one.registerNumber === registerNumber);
    return lies ? [] : [faultOf('RELEASE', landErrors.ENCUMBRANCE_UNKNOWN({ parcel, registerNumber }))];
  }
  if (purposeChange && needsPermission(registered.purpose, purposeChange.newPurpose)) {
    const { newPurpose } = purposeChange;
    return [faultOf(PURPOSE, landErrors.PERMISSION_NEEDED({ parcel, from: registered.purpose, to: newPurpose }))];
  }
  return [];
}
