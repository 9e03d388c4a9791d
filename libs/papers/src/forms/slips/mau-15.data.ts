import { each, fields, pairs, type PaperForm, section } from '../../layout/form-language.rules';
import { day, decimal, listed, moment, percent } from '../../layout/values.rules';
import { slipHead } from './slip-head.rules';
import { addressOfLand, attachments, certificateText, contract, deductions, deferrals, exemptions, foot, houses, idPaper, prices, sides, submission } from './slip-parts.rules'; // prettier-ignore
import type { SlipLand, TransferSlipSheet } from './transfer-slip.sheet.state';

/**
 * Second generation: each province has a form of its own. The one that was seen is Mẫu 15 of a decision of Thanh Hóa (L §2.1.1,
 * second column); an installation puts the form of its province here. House and needs are those of the full form.
 */
export const mau15: PaperForm<TransferSlipSheet> = {
  id: 'transfer-slip/15',
  number: '15',
  source: 'Theo mẫu của tỉnh ban hành theo NĐ 49/2026/NĐ-CP, NĐ 50/2026/NĐ-CP',
  trust: 'reading',
  validFrom: '2026-07-01',
  head: (slip) => slipHead(slip, 'PHIẾU CHUYỂN THÔNG TIN', 'ĐỂ XÁC ĐỊNH NGHĨA VỤ TÀI CHÍNH VỀ ĐẤT ĐAI'),
  parts: [
    section<TransferSlipSheet>(
      'I. THÔNG TIN CHUNG VỀ HỒ SƠ',
      fields(
        ['1. Mã hồ sơ thủ tục hành chính', (slip) => slip.dossier.code],
        ['2. Ngày nhận đủ hồ sơ hợp lệ', (slip) => moment(slip.dossier.completeAt)],
        ['Ngày tiếp nhận', (slip) => moment(slip.dossier.receivedAt)],
        ['3. Loại thủ tục', (slip) => listed(slip.dossier.procedure, slip.dossier.changeKind)],
        ['4. Căn cứ pháp lý', (slip) => slip.dossier.legalBasis],
        ['Đơn vị gửi', (slip) => listed(slip.sender.name, slip.sender.code && `mã ${slip.sender.code}`)],
      ),
      submission,
    ),
    section(
      'II. THÔNG TIN VỀ NGƯỜI SỬ DỤNG ĐẤT, CHỦ SỞ HỮU TÀI SẢN',
      sides(
        ['1. Tên', ({ name, kind }) => listed(name, kind)],
        ['2. Địa chỉ', ({ address }) => address],
        ['3. Mã số thuế, số định danh cá nhân', ({ taxCode, number }) => listed(taxCode, number)],
        ['Ngày, tháng, năm sinh', ({ birthDate }) => day(birthDate)],
        ['Giấy tờ khác', idPaper],
        ['Số điện thoại, thư điện tử', ({ phone, email }) => listed(phone, email)],
        ['Tỷ lệ sở hữu', ({ share }) => percent(share)],
        ['Người đại diện', ({ representative }) => representative],
      ),
    ),
    section(
      'III. THÔNG TIN VỀ THỬA ĐẤT',
      each<TransferSlipSheet, SlipLand>(
        ({ land }) => land,
        pairs(
          ['1. Thửa đất số; tờ bản đồ số', ({ parcelNumber, mapSheet }) => `${parcelNumber}; ${mapSheet}`],
          ['2. Địa chỉ', addressOfLand],
          ['Đường, đoạn đường, vị trí', ({ position }) => position],
          ['3. Diện tích (m²)', ({ areaSquareMetres }) => decimal(areaSquareMetres)],
          ['Trong đó sử dụng riêng (m²)', ({ privateSquareMetres }) => decimal(privateSquareMetres)],
          ['Trong đó sử dụng chung (m²)', ({ sharedSquareMetres }) => decimal(sharedSquareMetres)],
          ['4. Nguồn gốc sử dụng', ({ origin }) => origin],
          ['5. Mục đích sử dụng', ({ purpose }) => purpose],
          ['6. Thời hạn sử dụng', ({ term }) => term],
        ),
        prices,
      ),
      fields<TransferSlipSheet>(['7. Giấy tờ về quyền sử dụng đất (số, ngày)', certificateText]),
      contract,
    ),
    section('IV. THÔNG TIN VỀ NHÀ, TÀI SẢN GẮN LIỀN VỚI ĐẤT', houses),
    section(
      'V. NGHĨA VỤ TÀI CHÍNH CẦN XÁC ĐỊNH; MIỄN, GIẢM; GHI NỢ',
      fields<TransferSlipSheet>(['Các khoản cần xác định', ({ revenues }) => listed(...revenues)]),
      deferrals,
      exemptions,
      deductions,
    ),
    attachments,
    foot,
  ],
};
