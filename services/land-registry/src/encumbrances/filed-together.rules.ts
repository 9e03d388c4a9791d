import type { LandParcel } from '@lienthong/contracts';
import type { FieldFault } from '@lienthong/kernel';
import type { LandDossier, LandDossierStatus } from '../dossiers/land-dossier.state';
import { parcelKey } from '../parcels/parcel.state';

/** Ends after which nothing is taken off a parcel any more. */
const CAME_TO_NOTHING: readonly LandDossierStatus[] = ['rejected', 'withdrawn', 'refiled'];

/** Register numbers that a deregistration takes off, or has taken off, its parcels (R5). */
export function takesOff(other: Pick<LandDossier, 'request' | 'status'> | undefined): readonly string[] {
  const { request, status } = other ?? {};
  if (request?.changeKind !== 'mortgage-release' || !request.release) return [];
  return status === undefined || CAME_TO_NOTHING.includes(status) ? [] : [request.release.registerNumber];
}

/** As at the one-stop desk: together with the deregistration of a mortgage on one of its parcels, and with nothing else (R5). */
export function filedTogetherFaults(
  parcels: readonly LandParcel[],
  other: Pick<LandDossier, 'request' | 'status'> | undefined,
): readonly FieldFault[] {
  const released = takesOff(other).length > 0 ? (other?.request?.parcels ?? []).map(parcelKey) : [];
  if (parcels.some((parcel) => released.includes(parcelKey(parcel)))) return [];
  return [
    {
      path: 'conveyance.filedWith',
      rule: 'R5',
      message: 'phải là hồ sơ xóa đăng ký thế chấp của cùng thửa đất',
    },
  ];
}
