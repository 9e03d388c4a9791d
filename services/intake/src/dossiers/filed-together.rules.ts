import type { FieldFault } from '@lienthong/kernel';
import { type ContentOf, type Dossier, isLandRequest, type LandTransfer } from './dossier.state';

/** A conveyance is filed together with the deregistration of a mortgage on one of its parcels, and with nothing else (R5). */
export function filedTogetherFaults({ parcels }: LandTransfer, other: Dossier | undefined): readonly FieldFault[] {
  const content = other?.kind === 'land' ? (other.content as ContentOf['land']) : undefined;
  if (content && isLandRequest(content) && content.changeKind === 'mortgage-release') {
    const keys = content.parcels.map(placeOf);
    if (parcels.some((parcel) => keys.includes(placeOf(parcel)))) return [];
  }
  return [
    {
      path: 'filedWith',
      rule: 'R5',
      message: 'phải là hồ sơ xóa đăng ký thế chấp của cùng thửa đất',
    },
  ];
}

function placeOf({ communeCode, mapSheet, parcelNumber }: LandTransfer['parcels'][number]): string {
  return [communeCode, mapSheet, parcelNumber].join('|');
}
