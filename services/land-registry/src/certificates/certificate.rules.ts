import type { Certificate, IssuedCertificate } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { governingParties } from '../dossiers/governing-parties.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Owner, Parcel } from '../parcels/parcel.state';

/** Blanks of new certificates come from one stock of the province. */
export const SERIAL_SERIES = 'certificate-serial';

const SERIAL_LETTERS = 'DN';
const SERIAL_DIGITS = 8;

export interface Issuing {
  readonly registerNumber: string;
  readonly signedOn: LocalDate;
}

/** The buyers as owners: what the register keeps of a party. */
export function ownersAfter(dossier: LandDossier): readonly Owner[] {
  return governingParties(dossier).buyers;
}

/** What the leader signs: form and serial as drafted, and a deferred obligation as a debt on it (F19). */
export function issuedCertificate(dossier: LandDossier, issuing: Issuing): IssuedCertificate {
  if (!dossier.draftedCertificate) throw new Error(`dossier ${dossier.dossierCode} has no certificate to sign`);
  const { draftedCertificate, deferredItems } = dossier;
  return { ...draftedCertificate, ...issuing, ...(deferredItems && { deferredItems }) };
}

/** `DN 00000001`: two letters and eight digits, the form of a certificate's serial (số phát hành). */
export function certificateSerial(number: number): string {
  return `${SERIAL_LETTERS} ${String(number).padStart(SERIAL_DIGITS, '0')}`;
}

/** A noted certificate stays the parcel's certificate; a new one takes its place. */
export function certificateOfParcel(parcel: Parcel, issued: IssuedCertificate): Certificate {
  if (issued.form === 'noted') return parcel.certificate;
  return { serial: issued.serial, registerNumber: issued.registerNumber, issuedOn: issued.signedOn };
}
