import { filled } from '../layout/form-language.rules';
import type { Paper } from '../layout/paper.state';
import { letterForm } from './letters/letter.forms';
import { paymentVoucherForm, revenueConfirmationForm } from './money/money.forms';
import { noticeForm, noticeWithdrawalForm } from './notices/notice.forms';
import { fullConfirmation, fullLetter, fullNotice, fullSlip, fullVoucher, fullWithdrawal } from './sheets.mother';
import { transferSlipForm } from './slips/transfer-slip.forms';

/** What the paper of a domain row must say: labels of the form, and places of the sheet that the form does not have. */
export interface FormCase {
  readonly name: string;
  readonly paper: Paper;
  readonly sheet: object;
  readonly labels: readonly string[];
  readonly notOnForm: readonly string[];
}

const notOnIncomeTax = ['taxAgent', 'landUseFee', 'parcels.districtName', 'payments.dueDate'];
const notOnFee = ['landUseFee', 'payments.dueDate', 'land.adjustmentCoefficient', 'land.contributionRatio', 'houses.contributionRatio', 'components', 'fixedByTaxOfficeDong', 'incomeKind', 'persons.taxableDong', 'persons.exemptIncomeDong', 'otherAssetsDong', 'tableTotalDong']; // prettier-ignore
const notOnLandUseFee = ['taxAgent', 'parcels.districtName', 'land.adjustmentCoefficient', 'land.allocationCoefficient', 'land.contributionRatio', 'houses', 'housesTotalDong', 'constructions', 'otherAssetsDong', 'tableTotalDong', 'comparison', 'components', 'fixedByTaxOfficeDong', 'incomeKind', 'persons', 'totals.arisingDong', 'totals.exemptDong', 'dueDate', 'payments.content']; // prettier-ignore
const notOnLandUseSlip = ['land.privateSquareMetres', 'land.sharedSquareMetres', 'land.usedSince', 'houses', 'contract', 'sides.persons.share', 'sides.persons.representative', 'sender.code', 'dossier.receivedAt']; // prettier-ignore
const notOnMau15 = ['land.usedSince', 'land.infrastructureCostPerSquareMetreDong'];
const notOnReceipt = ['answerBy', 'legalBasis', 'isAccepted'];

const slipLabels = ['Kính gửi', 'Mã hồ sơ thủ tục hành chính', 'Ngày nhận đủ hồ sơ hợp lệ', 'Địa chỉ', 'Nguồn gốc', 'Mục đích sử dụng', 'Thời hạn', 'Giấy tờ về quyền sử dụng đất', 'GIẤY TỜ KÈM THEO', 'THỦ TRƯỞNG ĐƠN VỊ']; // prettier-ignore
const noticeLabels = ['Thông báo lần đầu', 'Thông báo điều chỉnh, bổ sung', 'Căn cứ hồ sơ mã số', 'Phiếu chuyển thông tin số', 'Cơ quan chuyển đến', 'Thửa đất số', 'Tờ bản đồ số', 'Tiểu mục', 'Chương', 'ID khoản phải nộp', 'Kho bạc Nhà nước', 'Cơ quan quản lý thu', 'Địa bàn hành chính', 'tiền chậm nộp', 'Số tiền bằng chữ', 'Nơi nhận']; // prettier-ignore
const letterLabels = ['Mã hồ sơ', 'Phiếu chuyển thông tin số', 'Kính gửi', 'THỦ TRƯỞNG CƠ QUAN THUẾ'];

const [incomeTax, fee, landUseFee] = ['03/TB-BĐS-TNCN', '01/TB-LPTB', '01/TB-TSDĐ'].map((form) => ({ ...fullNotice, form })); // prettier-ignore

/** Each form on a day of its time, filled with a sheet that leaves nothing out. */
export const formCases: readonly FormCase[] = [
  {
    name: 'Mẫu 01/LCHS, the slip of TTLT 88/2016 (L §2.1.1, first generation)',
    paper: filled(transferSlipForm('2019-08-05'), fullSlip),
    sheet: fullSlip,
    labels: [...slipLabels, 'Ngày chuyển thông tin', 'Loại đối tượng', 'Đường, đoạn đường', 'Sử dụng riêng', 'Sử dụng chung', 'Thời điểm bắt đầu sử dụng', 'Giá đất theo bảng giá', 'Giá trị theo hợp đồng', 'Cấp, hạng', 'Số tầng', 'DT xây dựng', 'DT sàn', 'Năm hoàn thành', 'Tỷ lệ sở hữu', 'Các khoản đề nghị xác định', 'miễn, giảm', 'ghi nợ'], // prettier-ignore
    notOnForm: ['land.infrastructureCostPerSquareMetreDong', 'dossier.legalBasis'],
  },
  {
    name: 'Mẫu 15, the slip of a province in 2026 (L §2.1.1, second generation)',
    paper: filled(transferSlipForm('2026-08-05'), fullSlip),
    sheet: fullSlip,
    labels: [...slipLabels, 'Loại thủ tục', 'Căn cứ pháp lý', 'Mã số thuế, số định danh cá nhân', 'sử dụng riêng', 'Ngày, tháng, năm sinh'], // prettier-ignore
    notOnForm: notOnMau15,
  },
  {
    name: 'the slip for land-use fee of NĐ 50/2026 (L §2.1.1, third generation)',
    paper: filled(transferSlipForm('2026-08-05', true), fullSlip),
    sheet: fullSlip,
    labels: [...slipLabels, 'Diện tích', 'Vị trí', 'Chi phí hạ tầng', 'CÁC KHOẢN ĐƯỢC TRỪ', 'MIỄN, GIẢM', 'Đối tượng', 'Thời điểm'], // prettier-ignore
    notOnForm: notOnLandUseSlip,
  },
  {
    name: '03/TB-BĐS-TNCN (L §2.2.1)',
    paper: filled(noticeForm('03/TB-BĐS-TNCN', '2026-08-10'), incomeTax ?? fullNotice),
    sheet: { ...incomeTax },
    labels: [...noticeLabels, 'Hồ sơ khai thuế', 'Cơ sở dữ liệu', 'người đại diện', 'Thư điện tử', 'Loại tài sản', 'Hệ số phân bổ', 'Tỷ lệ góp vốn', '2.1.8', '% chất lượng còn lại', '2.2.1.8', 'Công trình xây dựng khác', '2.2.3', '2.2.4', 'Giá trị chuyển nhượng thực tế', 'Giá trị tính thuế', 'ấn định', 'Thu nhập từ nhận thừa kế, quà tặng', 'Thu nhập miễn thuế', 'Thuế miễn', 'Lý do', '30 ngày kể từ ngày ban hành'], // prettier-ignore
    notOnForm: notOnIncomeTax,
  },
  {
    name: '01/TB-LPTB (L §2.2.2)',
    paper: filled(noticeForm('01/TB-LPTB', '2026-08-10'), fee ?? fullNotice),
    sheet: { ...fee },
    labels: [...noticeLabels, 'đại lý thuế', 'Quận/huyện', 'Hệ số phân bổ', '% chất lượng còn lại', '3.1. Giá trị nhà, đất theo giá UBND', '3.2. Giá theo hợp đồng, trúng đấu giá', 'Lệ phí phát sinh', 'Lệ phí miễn', 'Lệ phí phải nộp', 'Lý do'], // prettier-ignore
    notOnForm: notOnFee,
  },
  {
    name: 'the notice of land-use fee, with two instalments under one notice (L §2.2.3, §2.3.1)',
    paper: filled(noticeForm('01/TB-TSDĐ', '2026-08-10'), landUseFee ?? fullNotice),
    sheet: { ...landUseFee },
    labels: [
      ...noticeLabels,
      'Mức thu',
      'Chi phí hạ tầng được trừ',
      'miễn, giảm',
      'Các khoản được trừ khác',
      'Hạn nộp',
    ],
    notOnForm: notOnLandUseFee,
  },
  {
    name: 'the withdrawal of a notice (M23)',
    paper: filled(noticeWithdrawalForm('2026-08-12'), fullWithdrawal),
    sheet: fullWithdrawal,
    labels: ['Thông báo bị thu hồi số', 'Căn cứ văn bản', 'không còn hiệu lực'],
    notOnForm: ['taxOffice.code', 'payers.phone', 'payers.email'],
  },
  ...(
    [
      ['01/CCTT-ĐĐTCQ', 'completion', '2026-08-11', ['bổ sung, hoàn chỉnh', 'trả lời chậm nhất'], ['legalBasis', 'receivedAt', 'answeredAt', 'isAccepted']],
      ['01/CCTT-NVTC', 'cadastral-data', '2026-08-11', ['Cung cấp thông tin địa chính'], ['legalBasis', 'receivedAt', 'answeredAt', 'isAccepted']],
      ['01/TB-BSTT-NNT', 'explanation', '2026-08-11', ['Giải trình'], ['legalBasis', 'receivedAt', 'answeredAt', 'isAccepted']],
      ['04/MGTH', 'exemption-refused', '2026-08-11', ['Không thuộc diện được miễn, giảm'], ['answerBy', 'receivedAt', 'answeredAt', 'isAccepted']],
      ['01-1/TB-TĐT', 'received', '2022-08-11', ['Tiếp nhận hồ sơ điện tử'], [...notOnReceipt, 'answeredAt', 'items']],
      ['01-2/TB-TĐT', 'accepted', '2022-08-11', ['Chấp nhận, không chấp nhận'], notOnReceipt],
    ] as const
  ).map(([number, kind, on, labels, notOnForm]) => ({
    name: `${number} (L §2.2.3)`,
    paper: filled(letterForm(kind, on), fullLetter),
    sheet: fullLetter,
    labels: [...letterLabels, ...labels],
    notOnForm: [...notOnForm, 'taxOffice.code'],
  })), // prettier-ignore
  {
    name: 'C1-02/NS (L §2.4.1)',
    paper: filled(paymentVoucherForm('2026-08-20'), fullVoucher),
    sheet: fullVoucher,
    labels: ['Số tham chiếu', 'Tiền mặt', 'Chuyển khoản', 'Loại tiền', 'Người nộp thay', 'Đề nghị trích tài khoản', 'thu ngân sách nhà nước', 'tài khoản tạm thu', 'thu hồi hoàn thuế GTGT', 'Kho bạc Nhà nước', 'Tỉnh, thành phố', 'ủy nhiệm thu', 'kết luận', 'Cơ quan quản lý thu', 'Số tờ khai, quyết định, thông báo', 'Kỳ thuế', 'Nội dung các khoản nộp', 'ID khoản phải nộp', 'Số nguyên tệ', 'Số tiền VND', 'Mã chương', 'Mã tiểu mục', 'bằng chữ', 'Mã cơ quan thu', 'Mã địa bàn hành chính', 'Mã nguồn', 'Nợ tài khoản', 'Có tài khoản'], // prettier-ignore
    notOnForm: ['lines.areaCode', 'lines.taxOfficeCode'],
  },
  {
    name: 'the treasury’s confirmation XacNhanThuNSNN (L §2.5)',
    paper: filled(revenueConfirmationForm('2026-08-21'), fullConfirmation),
    sheet: fullConfirmation,
    labels: ['Số tham chiếu', 'Số bút toán', 'Đã hạch toán', 'Chờ xử lý', 'Điều chỉnh', 'Hủy', 'Mã hồ sơ', 'Người nộp thay', 'ngày nộp tiền', 'Ngày hạch toán', 'SHKB', 'Tài khoản thu', 'Ngân hàng', 'ID khoản phải nộp', 'Số thông báo', 'Chương', 'Tiểu mục', 'Mã ĐBHC', 'Mã CQ thu'], // prettier-ignore
    notOnForm: ['lines.period', 'lines.content'],
  },
];
