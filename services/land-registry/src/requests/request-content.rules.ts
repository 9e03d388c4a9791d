import type { DossierForwardedV1, LandRequest, Party } from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';

/** What every dossier has beside its papers. */
export type DossierFrame = Pick<
  DossierForwardedV1,
  'dossierCode' | 'procedure' | 'receivedAt' | 'completeAt' | 'appointmentAt' | 'previousDossierCode'
>;

/**
 * A request in the form in which the office keeps every dossier: the owners before and after the change, and the paper on
 * which it rests. Nothing is paid for it.
 */
export function contentOfRequest(frame: DossierFrame, request: LandRequest): DossierForwardedV1 {
  const { owners, parcels, certificate, submitter } = request;
  const { number, effectiveDate } = basisOf(request, frame);
  return {
    ...frame,
    sellers: owners,
    buyers: owners.map((owner) => ownerAfter(owner, request)),
    parcels,
    contract: { number, effectiveDate, totalDong: dongText(0n), buyerPaysSellersTax: false },
    certificate,
    newCertificateRequested: false,
    submitter,
  };
}

function ownerAfter(owner: Party, { nameChanges = [] }: LandRequest): Party {
  const number = owner.personalIdentificationNumber;
  const change = nameChanges.find(({ personalIdentificationNumber }) => personalIdentificationNumber === number);
  return change ? { ...owner, name: change.newName } : owner;
}

function basisOf(
  request: LandRequest,
  { dossierCode, receivedAt }: DossierFrame,
): { number: string; effectiveDate: string } {
  const { mortgage, release, nameChanges, purposeChange } = request;
  if (mortgage) return { number: mortgage.contractNumber, effectiveDate: mortgage.contractDate };
  if (release) return { number: release.documentNumber, effectiveDate: release.documentDate };
  const renamed = nameChanges?.[0];
  if (renamed) return { number: renamed.documentNumber, effectiveDate: renamed.decidedOn };
  if (purposeChange) return { number: purposeChange.documentNumber, effectiveDate: purposeChange.declaredOn };
  return { number: dossierCode, effectiveDate: receivedAt.slice(0, 10) };
}
