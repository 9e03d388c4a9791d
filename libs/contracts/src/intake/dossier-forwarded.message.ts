import {
  DossierCode,
  Flag,
  InstantText,
  ListOf,
  Message,
  OneOf,
  Optional,
  Part,
  ProcedureCode,
} from '@lienthong/envelope';
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
import { EncumbranceConsent } from '../parts/encumbrance-consent.part';
import { CONVEYANCE_KINDS, type ConveyanceKind } from '../parts/land-change-kinds.data';
import { LandParcel } from '../parts/land-parcel.part';
import { Party } from '../parts/party.part';
import { SlipClaim } from '../parts/slip-claim.part';
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

  /** Loại biến động: chuyển nhượng, thừa kế, tặng cho; absent means transfer. */
  @Optional()
  @OneOf(CONVEYANCE_KINDS)
  readonly changeKind?: ConveyanceKind;

  /** Of encumbrances that stay on the parcel (R5). */
  @Optional()
  @ListOf(() => EncumbranceConsent, { max: 20 })
  readonly consents?: readonly EncumbranceConsent[];

  /** A deregistration that was filed together with this dossier (hồ sơ nộp cùng) (R5). */
  @Optional()
  @DossierCode()
  readonly filedWith?: string;

  /** The dossier that was filed wrong, where this one takes its place (M06, F2). */
  @Optional()
  @DossierCode()
  readonly previousDossierCode?: string;

  /** Exemptions that the parties claim with their papers (đề nghị miễn giảm), person by person (X1–X6). */
  @Optional()
  @ListOf(() => SlipClaim, { max: 100 })
  readonly claims?: readonly SlipClaim[];
}
