import { DossierCode, Flag, InstantText, ListOf, Message, Optional, Part, ProcedureCode } from '@lienthong/envelope';
import { Certificate } from '../parts/certificate.part';
import {
  exampleBuyer,
  exampleCertificate,
  exampleContract,
  exampleDossierCode,
  exampleParcel,
  exampleReceivedAt,
  exampleSeller,
} from '../parts/clean-transfer.example';
import { Contract } from '../parts/contract.part';
import { LandParcel } from '../parts/land-parcel.part';
import { Party } from '../parts/party.part';
import { Submitter } from '../parts/submitter.part';

const example: DossierForwardedV1 = {
  dossierCode: exampleDossierCode,
  procedure: '1.013831',
  receivedAt: exampleReceivedAt,
  completeAt: exampleReceivedAt,
  appointmentAt: '2026-08-10T09:10:00+07:00',
  sellers: [exampleSeller],
  buyers: [exampleBuyer],
  parcels: [exampleParcel],
  contract: exampleContract,
  certificate: exampleCertificate,
  newCertificateRequested: false,
  submitter: { name: exampleBuyer.name, phone: '0912000002' },
};

/** M01 TiepNhanHoSo, one-stop desk to the land office of the parcel's commune. */
@Message({
  owner: 'intake',
  name: 'dossier-forwarded',
  version: 1,
  summary: 'The one-stop desk forwards an accepted dossier (hồ sơ đã tiếp nhận) to the land registration office (M01).',
  example,
})
export class DossierForwardedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @ProcedureCode()
  readonly procedure: string;

  /** Ngày tiếp nhận. */
  @InstantText()
  readonly receivedAt: string;

  /** Ngày nhận đủ hồ sơ hợp lệ. */
  @InstantText()
  readonly completeAt: string;

  /** Ngày hẹn trả. */
  @InstantText()
  readonly appointmentAt: string;

  @ListOf(() => Party, { max: 50 })
  readonly sellers: readonly Party[];

  @ListOf(() => Party, { max: 50 })
  readonly buyers: readonly Party[];

  @ListOf(() => LandParcel, { max: 50 })
  readonly parcels: readonly LandParcel[];

  @Part(() => Contract)
  readonly contract: Contract;

  @Part(() => Certificate)
  readonly certificate: Certificate;

  /** Whether a new certificate is asked for instead of a note on the old one. */
  @Flag()
  readonly newCertificateRequested: boolean;

  @Part(() => Submitter)
  readonly submitter: Submitter;

  /** The dossier that was filed wrong, where this one takes its place (M06, F2). */
  @Optional()
  @DossierCode()
  readonly previousDossierCode?: string;
}
