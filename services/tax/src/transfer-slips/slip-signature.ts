import { type SlipFault, slipBytes, type TransferSlipSentV1 } from '@lienthong/contracts';
import { verifyBytes } from '@lienthong/envelope';
import { StaffDirectory } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';

/** F27: the slip is signed by an officer of the sending land office with that officer's own key. */
@Injectable()
export class SlipSignature {
  constructor(private readonly staff: StaffDirectory) {}

  faults(slip: TransferSlipSentV1, landOffice: string): readonly SlipFault[] {
    const { signature, ...content } = slip;
    const officer = this.staff.find('land-registry', signature.kid);
    if (!officer || officer.personId !== signature.signerId) {
      return [fault(`Khóa ký ${signature.kid} không thuộc cán bộ nào của cơ quan đăng ký đất đai.`)];
    }
    if (officer.office !== landOffice)
      return [fault(`Người ký thuộc ${officer.office}, không thuộc đơn vị gửi ${landOffice}.`)];
    if (!holdsAt(officer, signature.signedAt)) return [fault(`Khóa ký ${signature.kid} không có hiệu lực lúc ký.`)];
    if (!verifyBytes(officer.key, slipBytes(content), signature.value))
      return [fault('Chữ ký trên phiếu không đúng với nội dung phiếu.')];
    return [];
  }
}

function holdsAt(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo?: string },
  at: string,
): boolean {
  const signedMs = Date.parse(at);
  return Date.parse(validFrom) <= signedMs && (validTo === undefined || signedMs <= Date.parse(validTo));
}

function fault(text: string): SlipFault {
  return { rule: 'F27', text };
}
