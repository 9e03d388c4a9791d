import { each, fields, pairs, type PaperForm, section } from '../../layout/form-language.rules';
import { day, decimal, listed, money, moment, percent } from '../../layout/values.rules';
import { slipHead } from './slip-head.rules';
import { addressOfLand, attachments, certificateText, contract, deductions, deferrals, exemptions, foot, houses, idPaper, prices, sides, submission } from './slip-parts.rules'; // prettier-ignore
import type { SlipLand, TransferSlipSheet } from './transfer-slip.sheet.state';

/**
 * First generation: Mẫu 01/LCHS of TTLT 88/2016 (L §2.1.1, first column, [knowledge]). Until when it was used no text says; that it
 * went on to the day before the provinces' own forms is a reading.
 */
export const mau01Lchs: PaperForm<TransferSlipSheet> = {
  id: 'transfer-slip/01-LCHS',
  number: '01/LCHS',
  source: 'Ban hành kèm theo TTLT số 88/2016/TTLT-BTC-BTNMT',
  trust: 'knowledge',
  validFrom: '2016-08-08',
  validTo: '2026-06-30',
  head: (slip) => slipHead(slip, 'PHIẾU CHUYỂN THÔNG TIN', 'ĐỂ XÁC ĐỊNH NGHĨA VỤ TÀI CHÍNH VỀ ĐẤT ĐAI'),
  parts: [
    section<TransferSlipSheet>(
      'I. THÔNG TIN CHUNG VỀ HỒ SƠ THỬA ĐẤT',
      fields(
        ['1.1. Mã hồ sơ thủ tục hành chính', (slip) => slip.dossier.code],
        ['1.2. Thủ tục hành chính', (slip) => slip.dossier.procedure],
        ['1.3. Loại biến động', (slip) => slip.dossier.changeKind],
        ['1.4. Ngày tiếp nhận', (slip) => moment(slip.dossier.receivedAt)],
        ['1.5. Ngày nhận đủ hồ sơ hợp lệ', (slip) => moment(slip.dossier.completeAt)],
        ['1.6. Ngày chuyển thông tin', (slip) => (slip.isSigned ? day(slip.date) : undefined)],
        ['1.7. Đơn vị gửi', (slip) => listed(slip.sender.name, slip.sender.code && `mã ${slip.sender.code}`)],
      ),
      submission,
    ),
    section(
      'II. THÔNG TIN VỀ NGƯỜI SỬ DỤNG ĐẤT, SỞ HỮU TÀI SẢN GẮN LIỀN VỚI ĐẤT',
      sides(
        ['Họ và tên', ({ name }) => name],
        ['Loại đối tượng', ({ kind }) => kind],
        ['Địa chỉ', ({ address }) => address],
        ['Số điện thoại, thư điện tử', ({ phone, email }) => listed(phone, email)],
        ['Mã số thuế', ({ taxCode }) => taxCode],
        ['Số định danh cá nhân', ({ number }) => number],
        ['Ngày, tháng, năm sinh', ({ birthDate }) => day(birthDate)],
        ['Giấy tờ nhân thân, pháp nhân (số, ngày cấp, nơi cấp)', idPaper],
        ['Tỷ lệ sở hữu', ({ share }) => percent(share)],
        ['Người đại diện', ({ representative }) => representative],
      ),
    ),
    section(
      'III. THÔNG TIN VỀ THỬA ĐẤT',
      each<TransferSlipSheet, SlipLand>(
        ({ land }) => land,
        pairs(
          ['3.1. Thửa đất số', ({ parcelNumber }) => parcelNumber],
          ['Tờ bản đồ số', ({ mapSheet }) => mapSheet],
          ['3.2. Địa chỉ thửa đất', addressOfLand],
          ['3.3. Đường, đoạn đường, khu vực, vị trí', ({ position }) => position],
          ['3.4. Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres)],
          ['- Sử dụng riêng (m²)', ({ privateSquareMetres }) => decimal(privateSquareMetres)],
          ['- Sử dụng chung (m²)', ({ sharedSquareMetres }) => decimal(sharedSquareMetres)],
          ['3.5. Nguồn gốc sử dụng đất', ({ origin }) => origin],
          ['3.6. Mục đích sử dụng đất', ({ purpose }) => purpose],
          ['3.7. Thời hạn sử dụng đất', ({ term }) => term],
          ['3.8. Thời điểm bắt đầu sử dụng đất', ({ usedSince }) => day(usedSince)],
        ),
        prices,
      ),
      fields<TransferSlipSheet>(['3.9. Giấy tờ về quyền sử dụng đất', certificateText]),
      contract,
    ),
    section('IV. THÔNG TIN VỀ NHÀ VÀ TÀI SẢN KHÁC GẮN LIỀN VỚI ĐẤT', houses),
    section(
      'V. NHU CẦU XÁC ĐỊNH NGHĨA VỤ TÀI CHÍNH',
      fields<TransferSlipSheet>(
        ['5.1. Các khoản đề nghị xác định', ({ revenues }) => listed(...revenues)],
        ['5.2. Tổng các khoản được trừ (đồng)', (slip) => money(totalDeducted(slip))],
      ),
      deferrals,
      exemptions,
      deductions,
    ),
    attachments,
    foot,
  ],
};

function totalDeducted({ deductions: rows }: TransferSlipSheet): string | undefined {
  return rows.length === 0 ? undefined : rows.reduce((sum, { amountDong }) => sum + BigInt(amountDong), 0n).toString();
}
