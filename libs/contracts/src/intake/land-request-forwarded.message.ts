import { DossierCode, InstantText, Message, Optional, Part, ProcedureCode } from '@lienthong/envelope';
import { exampleCertificate, exampleParcel, exampleReceivedAt, exampleSeller } from '../parts/clean-transfer.example';
import { LandRequest } from '../parts/land-request.part';

const example: LandRequestForwardedV1 = {
  dossierCode: 'H19.91.01-260803-0002',
  procedure: '1.011441',
  receivedAt: exampleReceivedAt,
  completeAt: exampleReceivedAt,
  appointmentAt: '2026-08-03T17:00:00+07:00',
  request: {
    changeKind: 'mortgage',
    owners: [exampleSeller],
    parcels: [exampleParcel],
    certificate: exampleCertificate,
    submitter: { name: exampleSeller.name, phone: '0912000001' },
    mortgage: {
      mortgageeName: 'Ngân hàng Thử Nghiệm, chi nhánh Biên Hòa',
      mortgageeNumber: '3600000014',
      contractNumber: '07/2026/HĐTC',
      contractDate: '2026-07-31',
    },
  },
};

/** M01 TiepNhanHoSo of a change without another owner: mortgage and its release, names, notes of debts, purpose. */
@Message({
  owner: 'intake',
  name: 'land-request-forwarded',
  version: 1,
  summary:
    'The one-stop desk forwards an accepted request for registering a change without another owner (đăng ký biến động, đăng ký thế chấp) to the land registration office (M01).',
  example,
})
export class LandRequestForwardedV1 {
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

  @Part(() => LandRequest)
  readonly request: LandRequest;

  /** The dossier that was filed wrong, where this one takes its place (M06, F2). */
  @Optional()
  @DossierCode()
  readonly previousDossierCode?: string;
}
