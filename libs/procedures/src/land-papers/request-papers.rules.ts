import type { LandRequest, LandRequestKind } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { fault, notInFuture, ownerFaults, parcelFaults, procedureFaults } from './paper-faults';

type Part = 'mortgage' | 'release' | 'nameChanges' | 'purposeChange';

/** What each kind of request is about; it has that part and no other. */
const partOf: Readonly<Record<LandRequestKind, Part>> = {
  mortgage: 'mortgage',
  'mortgage-release': 'release',
  'deferral-removal': 'release',
  'name-change': 'nameChanges',
  'purpose-change': 'purposeChange',
};
const parts = [...new Set(Object.values(partOf))];

/** Everything in which the papers of a request break a rule, each fault at its field; empty when it may be accepted. */
export function requestFaults(procedure: string, request: LandRequest, on: LocalDate): readonly FieldFault[] {
  return [
    ...procedureFaults(procedure, request.changeKind, on),
    ...ownerFaults('owners', request.owners, on),
    ...parcelFaults(request.parcels, on),
    ...notInFuture('certificate.issuedOn', request.certificate.issuedOn, on),
    ...partFaults(request),
    ...contentFaults(request, on),
  ];
}

function partFaults(request: LandRequest): readonly FieldFault[] {
  const { changeKind } = request;
  return parts.flatMap((part) => {
    const isWanted = partOf[changeKind] === part;
    if (isWanted === (request[part] !== undefined)) return [];
    return [
      isWanted
        ? fault(part, 'required', `loại biến động ${changeKind} phải có phần này`)
        : fault(part, 'unexpected', `loại biến động ${changeKind} không có phần này`),
    ];
  });
}

function contentFaults(request: LandRequest, on: LocalDate): readonly FieldFault[] {
  const { mortgage, release, nameChanges = [], purposeChange } = request;
  return [
    ...(mortgage ? notInFuture('mortgage.contractDate', mortgage.contractDate, on) : []),
    ...(release ? notInFuture('release.documentDate', release.documentDate, on) : []),
    ...nameChanges.flatMap((change, index) => nameFaults(request, { change, path: `nameChanges[${index}]`, on })),
    ...(purposeChange ? notInFuture('purposeChange.declaredOn', purposeChange.declaredOn, on) : []),
    ...(purposeChange && request.parcels.every(({ purpose }) => purpose === purposeChange.newPurpose)
      ? [fault('purposeChange.newPurpose', 'changed', 'mục đích mới phải khác mục đích đang ghi')]
      : []),
  ];
}

interface Naming {
  readonly change: NonNullable<LandRequest['nameChanges']>[number];
  readonly path: string;
  readonly on: LocalDate;
}

/** A new name is that of an owner, and another than the one that stands in the certificate. */
function nameFaults({ owners }: LandRequest, { change, path, on }: Naming): readonly FieldFault[] {
  const number = change.personalIdentificationNumber;
  const owner = owners.find(({ personalIdentificationNumber }) => personalIdentificationNumber === number);
  if (!owner)
    return [fault(`${path}.personalIdentificationNumber`, 'owner', 'không có trong danh sách người sử dụng đất')];
  return [
    ...(owner.name === change.newName ? [fault(`${path}.newName`, 'changed', 'phải khác tên đang ghi')] : []),
    ...notInFuture(`${path}.decidedOn`, change.decidedOn, on),
  ];
}
