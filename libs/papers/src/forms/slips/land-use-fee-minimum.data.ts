import { each, fields, type PaperForm, section } from '../../layout/form-language.rules';
import { day, decimal, listed, moment, money } from '../../layout/values.rules';
import { slipHead } from './slip-head.rules';
import { addressOfLand, attachments, certificateText, deductions, deferrals, exemptions, foot, idPaper, prices, sides, submission } from './slip-parts.rules'; // prettier-ignore
import type { SlipLand, TransferSlipSheet } from './transfer-slip.sheet.state';

/** Third generation: what NĐ 50/2026 wants at least on a slip for land-use fee (L §2.1.1, third column); the law gives no number. */
export const landUseFeeMinimum: PaperForm<TransferSlipSheet> = {
  id: 'transfer-slip/land-use-fee',
  source: 'NĐ 50/2026/NĐ-CP sửa đổi NĐ 103/2024/NĐ-CP',
  trust: 'found',
  validFrom: '2026-01-31',
  head: (slip) => slipHead(slip, 'PHIẾU CHUYỂN THÔNG TIN', 'ĐỂ TÍNH TIỀN SỬ DỤNG ĐẤT'),
  parts: [
    section<TransferSlipSheet>(
      'I. THÔNG TIN VỀ HỒ SƠ',
      fields(
        ['1. Mã hồ sơ thủ tục hành chính', (slip) => slip.dossier.code],
        ['2. Thủ tục', (slip) => listed(slip.dossier.procedure, slip.dossier.changeKind)],
        ['3. Ngày nhận đủ hồ sơ hợp lệ', (slip) => moment(slip.dossier.completeAt)],
        ['4. Căn cứ pháp lý', (slip) => slip.dossier.legalBasis],
      ),
      submission,
    ),
    section(
      'II. NGƯỜI SỬ DỤNG ĐẤT',
      sides(
        ['Tên', ({ name, kind }) => listed(name, kind)],
        ['Địa chỉ', ({ address }) => address],
        ['Mã số thuế, số định danh cá nhân', ({ taxCode, number }) => listed(taxCode, number)],
        ['Ngày, tháng, năm sinh', ({ birthDate }) => day(birthDate)],
        ['Giấy tờ khác', idPaper],
        ['Số điện thoại, thư điện tử', ({ phone, email }) => listed(phone, email)],
      ),
    ),
    section(
      'III. THÔNG TIN VỀ ĐẤT',
      each<TransferSlipSheet, SlipLand>(
        ({ land }) => land,
        fields(
          ['1. Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres)],
          ['2. Vị trí', (land) => listed(`thửa ${land.parcelNumber}`, `tờ ${land.mapSheet}`, land.position, addressOfLand(land))],
          ['3. Mục đích sử dụng', ({ purpose }) => purpose],
          ['4. Nguồn gốc', ({ origin }) => origin],
          ['5. Thời hạn', ({ term }) => term],
          ['6. Chi phí hạ tầng (đồng/m²)', ({ infrastructureCostPerSquareMetreDong: cost }) => money(cost)],
        ),
        prices,
      ),
      fields<TransferSlipSheet>(['7. Giấy tờ về quyền sử dụng đất', certificateText]),
    ),
    section('IV. CÁC KHOẢN ĐƯỢC TRỪ', deductions),
    section(
      'V. MIỄN, GIẢM TIỀN SỬ DỤNG ĐẤT; GHI NỢ',
      fields<TransferSlipSheet>(['Các khoản cần xác định', ({ revenues }) => listed(...revenues)]),
      exemptions,
      deferrals,
    ),
    attachments,
    foot,
  ],
}; // prettier-ignore
