import { DossierCode, InstantText, Message, OfficeId, Optional, Part, ProcedureCode, Text } from '@lienthong/envelope';
import {
  exampleBuyer,
  exampleCertificate,
  exampleContract,
  exampleParcel,
  exampleReceivedAt,
  exampleSeller,
} from '../parts/clean-transfer.example';
import { ConveyancePapers } from '../parts/conveyance-papers.part';
import { LandRequest } from '../parts/land-request.part';

const example: LandDossierLodgedV1 = {
  dossierCode: 'H19.92.01-260803-0001',
  procedure: '1.013831',
  receiptNumber: 'BH-260803-0002',
  landOffice: 'bien-hoa',
  receivedAt: exampleReceivedAt,
  appointmentAt: '2026-08-10T09:10:00+07:00',
  conveyance: {
    changeKind: 'gift',
    sellers: [exampleSeller],
    buyers: [exampleBuyer],
    parcels: [exampleParcel],
    contract: exampleContract,
    certificate: exampleCertificate,
    newCertificateRequested: false,
    submitter: { name: exampleBuyer.name, phone: '0912000002' },
  },
};

/** M02 CungCapSoBienNhan, second reading: with the fields of TiepNhanHoSo, since the dossier was born here. */
@Message({
  owner: 'land-registry',
  name: 'land-dossier-lodged',
  version: 1,
  summary:
    'A dossier was lodged at the own counter of the land registration office, which gives it code and receipt number and tells the one-stop desk (cung cấp số biên nhận) (M02).',
  example,
})
export class LandDossierLodgedV1 {
  @DossierCode()
  readonly dossierCode: string;

  @ProcedureCode()
  readonly procedure: string;

  /** Số biên nhận of the land office. */
  @Text({ max: 30 })
  readonly receiptNumber: string;

  /** The branch (chi nhánh) that has the dossier. */
  @OfficeId()
  readonly landOffice: string;

  @InstantText()
  readonly receivedAt: string;

  /** Ngày hẹn trả. */
  @InstantText()
  readonly appointmentAt: string;

  /** Of a transfer, inheritance or gift. */
  @Optional()
  @Part(() => ConveyancePapers)
  readonly conveyance?: ConveyancePapers;

  /** Of a change without another owner. */
  @Optional()
  @Part(() => LandRequest)
  readonly request?: LandRequest;
}
