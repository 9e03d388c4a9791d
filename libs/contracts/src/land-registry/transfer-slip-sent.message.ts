import { UNIT_CODE_PATTERN } from '@lienthong/kernel';
import {
  DateText,
  DossierCode,
  IdText,
  InstantText,
  ListOf,
  ListOfText,
  Message,
  OneOf,
  Part,
  ProcedureCode,
  Text,
  Whole,
} from '@lienthong/envelope';
import { Certificate } from '../parts/certificate.part';
import {
  exampleBuyer,
  exampleCertificate,
  exampleCollection,
  exampleContract,
  exampleDossierCode,
  exampleParcel,
  examplePriceRow,
  exampleReceivedAt,
  exampleSeller,
  exampleSlipId,
  exampleSlipNumber,
} from '../parts/clean-transfer.example';
import { Contract } from '../parts/contract.part';
import { Party } from '../parts/party.part';
import { SlipParcel } from '../parts/slip-parcel.part';
import { SlipSignature } from '../parts/slip-signature.part';
import { REVENUE_KIND, TAX_OFFICE_CODE } from '../patterns';

const example: TransferSlipSentV1 = {
  dossierCode: exampleDossierCode,
  slipId: exampleSlipId,
  slipNumber: exampleSlipNumber,
  submission: 1,
  submissionKind: 'first',
  senderOfficeCode: 'H19.92.01',
  taxOfficeCode: exampleCollection.taxOfficeCode,
  procedure: '1.013831',
  receivedAt: exampleReceivedAt,
  completeAt: exampleReceivedAt,
  changeKind: 'transfer',
  sellers: [exampleSeller],
  buyers: [exampleBuyer],
  parcels: [{ ...exampleParcel, priceRows: [examplePriceRow] }],
  certificate: exampleCertificate,
  contract: exampleContract,
  revenues: ['personal-income-tax', 'registration-fee'],
  registeredOn: '2026-08-03',
  signature: {
    signerId: 'land-leader-bien-hoa',
    signerName: 'Lê Thị Ký',
    kid: 'land-registry/land-leader-bien-hoa/1',
    signedAt: '2026-08-03T10:00:00+07:00',
    value: 'bGllbnRob25nLWV4YW1wbGUtc2lnbmF0dXJlLW9mLXRoZS1zbGlwLW5vdC1hLXJlYWwtb25lLTY0LWJ5dGVzLg',
  },
};

/** M10 PhieuChuyen, canonical slip of L §2.1.3; rules R1, R2, R3, R6, R10, R11 and F27 hold on receipt. */
@Message({
  owner: 'land-registry',
  name: 'transfer-slip-sent',
  version: 1,
  summary:
    'The land registration office sends the transfer slip (phiếu chuyển thông tin để xác định nghĩa vụ tài chính về đất đai) to the tax office (M10).',
  example,
})
export class TransferSlipSentV1 {
  @DossierCode()
  readonly dossierCode: string;

  @IdText()
  readonly slipId: string;

  /** Số phiếu, unique per sending office and year. */
  @Text({ max: 50 })
  readonly slipNumber: string;

  /** Lần gửi. */
  @Whole({ min: 1, max: 99 })
  readonly submission: number;

  /** Loại gửi: lần đầu, bổ sung, thay thế, thu hồi. */
  @OneOf(['first', 'supplement', 'replacement', 'withdrawal'] as const)
  readonly submissionKind: 'first' | 'supplement' | 'replacement' | 'withdrawal';

  /** Mã định danh of the sending land office on the day of sending. */
  @Text({ max: 35, pattern: UNIT_CODE_PATTERN })
  readonly senderOfficeCode: string;

  /** Mã cơ quan thuế nơi có đất. */
  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @ProcedureCode()
  readonly procedure: string;

  @InstantText()
  readonly receivedAt: string;

  @InstantText()
  readonly completeAt: string;

  /** Loại biến động: chuyển nhượng. */
  @OneOf(['transfer'] as const)
  readonly changeKind: 'transfer';

  @ListOf(() => Party, { max: 50 })
  readonly sellers: readonly Party[];

  @ListOf(() => Party, { max: 50 })
  readonly buyers: readonly Party[];

  @ListOf(() => SlipParcel, { max: 50 })
  readonly parcels: readonly SlipParcel[];

  @Part(() => Certificate)
  readonly certificate: Certificate;

  @Part(() => Contract)
  readonly contract: Contract;

  /** Khoản cần xác định: thuế thu nhập cá nhân, lệ phí trước bạ. */
  @ListOfText({ max: 5, maxLength: 40, pattern: REVENUE_KIND })
  readonly revenues: readonly string[];

  /** Date of registering (ngày đăng ký), the Vietnam date of `completeAt`. */
  @DateText()
  readonly registeredOn: string;

  @Part(() => SlipSignature)
  readonly signature: SlipSignature;
}
