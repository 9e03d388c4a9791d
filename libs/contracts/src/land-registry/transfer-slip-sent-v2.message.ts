import { UNIT_CODE_PATTERN } from '@lienthong/kernel';
import {
  DateText,
  DossierCode,
  IdText,
  InstantText,
  ListOf,
  ListOfText,
  Message,
  messageOf,
  OneOf,
  Optional,
  Part,
  ProcedureCode,
  Text,
  Whole,
} from '@lienthong/envelope';
import { SlipAttachment } from '../parts/slip-attachment.part';
import { SlipBuilding } from '../parts/slip-building.part';
import { SlipClaim, SlipDeduction, SlipDeferral } from '../parts/slip-claim.part';
import { SlipCertificate, SlipContract } from '../parts/slip-deed.part';
import { SlipLand } from '../parts/slip-land.part';
import { SlipPerson } from '../parts/slip-person.part';
import { SlipSignature } from '../parts/slip-signature.part';
import { SLIP_CHANGE_KINDS, type SlipChangeKind } from '../parts/slip-words';
import { SLIP_REVENUE, TAX_OFFICE_CODE } from '../patterns';
import { TransferSlipSentV1 } from './transfer-slip-sent.message';

/** W2 as the first version of the message tells it is a slip of this version too. */
const example: TransferSlipSentV2 = { ...messageOf(TransferSlipSentV1).example, procedureName: 'Đăng ký biến động' };

/** M10 PhieuChuyen and M14: the whole canonical slip of L §2.1.3. A slip of version 1 is one of version 2 as it stands. */
@Message({
  owner: 'land-registry',
  name: 'transfer-slip-sent',
  version: 2,
  summary:
    'The land registration office sends the transfer slip (phiếu chuyển thông tin) of any registered change to the tax office, for the first time or in place of an earlier one (M10, M14).',
  example,
})
export class TransferSlipSentV2 {
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

  /** The slip in whose place this one comes, from the second submission on. */
  @Optional()
  @IdText()
  readonly replacesSlipId?: string;

  /** Fields that differ from the replaced slip, as paths: `contract.totalDong`. */
  @Optional()
  @ListOfText({ min: 0, max: 200, maxLength: 120 })
  readonly changedFields?: readonly string[];

  /** Why the land office replaces a slip that nobody asked it to replace. */
  @Optional()
  @Text({ max: 1000 })
  readonly reason?: string;

  /** Mã định danh of the sending land office on the day of sending. */
  @Text({ max: 35, pattern: UNIT_CODE_PATTERN })
  readonly senderOfficeCode: string;

  @Optional()
  @Text({ max: 200 })
  readonly senderOfficeName?: string;

  /** Mã cơ quan thuế nơi có đất. */
  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Optional()
  @Text({ max: 200 })
  readonly taxOfficeName?: string;

  @ProcedureCode()
  readonly procedure: string;

  @Optional()
  @Text({ max: 300 })
  readonly procedureName?: string;

  @InstantText()
  readonly receivedAt: string;

  @InstantText()
  readonly completeAt: string;

  /** Loại biến động. */
  @OneOf(SLIP_CHANGE_KINDS)
  readonly changeKind: SlipChangeKind;

  /** Bên chuyển; nobody where the land is only used in another way. */
  @ListOf(() => SlipPerson, { min: 0, max: 50 })
  readonly sellers: readonly SlipPerson[];

  /** Bên nhận, or the land users where there is no other side. */
  @ListOf(() => SlipPerson, { max: 50 })
  readonly buyers: readonly SlipPerson[];

  @ListOf(() => SlipLand, { max: 50 })
  readonly parcels: readonly SlipLand[];

  @Optional()
  @ListOf(() => SlipBuilding, { max: 50 })
  readonly buildings?: readonly SlipBuilding[];

  @Part(() => SlipCertificate)
  readonly certificate: SlipCertificate;

  /** Required for a transfer; an inheritance has none. */
  @Optional()
  @Part(() => SlipContract)
  readonly contract?: SlipContract;

  @Optional()
  @ListOf(() => SlipClaim, { max: 100 })
  readonly claims?: readonly SlipClaim[];

  /** Khoản cần xác định. */
  @ListOfText({ max: 5, maxLength: 40, pattern: SLIP_REVENUE })
  readonly revenues: readonly string[];

  @Optional()
  @ListOf(() => SlipDeferral, { max: 50 })
  readonly deferrals?: readonly SlipDeferral[];

  @Optional()
  @ListOf(() => SlipDeduction, { max: 20 })
  readonly deductions?: readonly SlipDeduction[];

  @Optional()
  @ListOf(() => SlipAttachment, { max: 50 })
  readonly attachments?: readonly SlipAttachment[];

  /** Date of registering (ngày đăng ký), the Vietnam date of `completeAt`. */
  @DateText()
  readonly registeredOn: string;

  @Part(() => SlipSignature)
  readonly signature: SlipSignature;
}
