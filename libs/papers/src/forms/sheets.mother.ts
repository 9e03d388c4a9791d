import type { LetterSheet } from './letters/letter.sheet.state';
import type { PaymentVoucherSheet, RevenueConfirmationSheet } from './money/money.sheet.state';
import type { NoticeSheet, NoticeWithdrawalSheet } from './notices/notice.sheet.state';
import type { TransferSlipSheet } from './slips/transfer-slip.sheet.state';

/** Sheets in which every field is filled, each with another value. */
export const fullSlip: TransferSlipSheet = {
  number: '00123/PCTT-CNBH',
  date: '2026-08-05',
  isSigned: true,
  place: 'Biên Hòa',
  sender: { name: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa', superior: 'Văn phòng đăng ký đất đai tỉnh Đồng Nai', code: 'H19.92.01' }, // prettier-ignore
  taxOffice: { name: 'Thuế cơ sở Biên Hòa', code: '9000017' },
  submission: 2,
  submissionKind: 'Thay thế',
  replaces: '00122/PCTT-CNBH',
  dossier: {
    code: 'H19.91.01-260803-0001',
    procedure: '1.013831',
    changeKind: 'Chuyển nhượng',
    receivedAt: '2026-08-03T09:10:00+07:00',
    completeAt: '2026-08-04T08:05:00+07:00',
    legalBasis: 'NĐ 101/2024/NĐ-CP',
  },
  sides: [
    {
      heading: 'Bên chuyển quyền',
      persons: [
        {
          name: 'Nguyễn Thị Mẫu',
          kind: 'Cá nhân',
          number: '075190000001',
          taxCode: '3600000014',
          birthDate: '1990-04-12',
          idPaper: { kind: 'Hộ chiếu', number: 'C1234567', issuedOn: '2020-02-03', issuedBy: 'Cục Quản lý xuất nhập cảnh' },
          address: '12 Đường Thử, Phường Trấn Biên',
          phone: '0912000001',
          email: 'mau@example.vn',
          share: '1/1',
          representative: 'Nguyễn Văn Đại Diện',
        },
      ],
    },
    { heading: 'Bên nhận quyền', persons: [{ name: 'Trần Văn Thử', number: '075088000002', share: '1/2' }, { name: 'Lê Thị Hai', number: '075188000003', share: '1/2' }] },
  ],
  land: [
    {
      mapSheet: '45',
      parcelNumber: '312',
      address: 'Khu phố 3',
      communeName: 'Phường Trấn Biên',
      provinceName: 'Đồng Nai',
      position: 'Đường Thử, đoạn 2, vị trí 1',
      areaSquareMetres: '100.5',
      privateSquareMetres: '90.25',
      sharedSquareMetres: '10.25',
      origin: 'Công nhận QSDĐ như giao đất có thu tiền',
      purpose: 'Đất ở tại đô thị (ODT)',
      term: 'Lâu dài',
      usedSince: '1993-10-15',
      prices: [{ pricePerSquareMetreDong: '8000000', adjustmentCoefficient: '1.25', decision: 'QĐ giá 01/2026', from: '2026-01-01', to: '2026-12-31' }],
      infrastructureCostPerSquareMetreDong: '350000',
    },
  ],
  houses: [
    { kind: 'Nhà ở riêng lẻ', grade: 'Cấp III', floors: '2', builtSquareMetres: '75.5', floorSquareMetres: '150', finishedYear: '2015', qualityPercent: '80', share: '1/4', origin: 'Tự xây', unitPriceDong: '6500000' },
  ],
  certificate: { serial: 'AA 00000000', registerNumber: 'CS 00312', issuedOn: '2019-04-01', issuedBy: 'Sở TNMT Đồng Nai' },
  contract: { number: '001/2026/CCGD', effectiveDate: '2026-08-01', totalDong: '1500000000', landDong: '900000000', houseDong: '600000000', buyerPaysSellersTax: true },
  revenues: ['Thuế thu nhập cá nhân', 'Lệ phí trước bạ'],
  exemptions: [{ revenue: 'Thuế TNCN', person: 'Nguyễn Thị Mẫu', ground: 'Nhà ở, đất ở duy nhất', areaSquareMetres: '60', rate: '1/2', since: '2026-08-02' }],
  deferrals: [{ kind: 'Tiền sử dụng đất', person: '075190000001', ground: 'Hộ tái định cư' }, { kind: 'Lệ phí trước bạ', person: '075088000002', ground: 'Hộ nghèo' }],
  deductions: [{ kind: 'Bồi thường đã ứng trước', amountDong: '12345000', document: '77/UBND' }],
  attachments: [{ name: 'Hợp đồng công chứng', sha256: 'a'.repeat(64) }],
  signer: { name: 'Lê Thị Ký', signedAt: '2026-08-05T16:00:00+07:00' },
}; // prettier-ignore

const taxOffice = { code: '9000017', name: 'Thuế cơ sở Biên Hòa', superior: 'Thuế tỉnh Đồng Nai' };
const seller = { number: '075190000001', name: 'Nguyễn Thị Mẫu', address: '12 Đường Thử', phone: '0912000001', email: 'mau@example.vn' }; // prettier-ignore

export const fullNotice: NoticeSheet = {
  form: '03/TB-BĐS-TNCN',
  number: 'TB2600044-TK0000011/TB-TCS',
  issue: { kind: 'amended', replaces: 'TB2600044-TK0000010/TB-TCS', document: 'PC 00124/PCTT-CNBH' },
  issuedOn: '2026-08-10',
  place: 'Biên Hòa',
  taxOffice,
  basis: {
    dossierCode: 'H19.91.01-260803-0001',
    slipNumber: '00123/PCTT-CNBH',
    slipDate: '2026-08-05',
    senderName: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa',
    taxReturn: 'TK 03/BĐS-TNCN số 9',
    databases: 'CSDL quốc gia về dân cư',
  },
  payers: [seller],
  taxAgent: { number: '3600000021', name: 'Đại lý thuế Thử Nghiệm' },
  assetKind: 'Đất và nhà ở',
  parcels: [{ mapSheet: '45', parcelNumber: '312', street: 'Số 12 Đường Thử', communeName: 'Phường Trấn Biên', districtName: 'Biên Hòa (cũ)', provinceName: 'Đồng Nai' }],
  land: [{ purpose: 'ODT', position: 'VT1 Đường Thử', areaSquareMetres: '100.5', pricePerSquareMetreDong: '8000000', adjustmentCoefficient: '1.25', allocationCoefficient: '0.7', contributionRatio: '2/5', valueDong: '1005000000' }],
  landTotalDong: '1005000001',
  houses: [{ kind: 'Nhà liền kề', grade: 'Cấp II', floorSquareMetres: '150', pricePerSquareMetreDong: '6500000', qualityPercent: '80', contributionRatio: '3/5', valueDong: '780000000' }],
  housesTotalDong: '780000002',
  constructions: [{ name: 'Tường rào', areaSquareMetres: '33', pricePerSquareMetreDong: '1100000', valueDong: '36300000' }],
  otherAssetsDong: '5500000',
  tableTotalDong: '1826800003',
  comparison: { statedDong: '1500000004', tableDong: '1826800005', baseDong: '1826800006' },
  components: [{ asset: 'Thửa đất', statedDong: '900000007', tableDong: '1005000008', baseDong: '1005000009' }],
  fixedByTaxOfficeDong: '1900000010',
  incomeKind: 'transfer',
  landUseFee: { feeDong: '225000011', collectionRate: '3/10', infrastructureDong: '35000012', reductionDong: '22000013', deductionDong: '12000014', payableDong: '156000015' },
  persons: [
    { ...seller, share: '1/2', taxableDong: '913400016', arisingDong: '18268017', exemptIncomeDong: '500000018', exemptDong: '10000019', payableDong: '8268020', reasons: ['X3 nhà duy nhất'] },
    { number: '075190000009', name: 'Phạm Văn Đồng Sở Hữu', share: '1/2', arisingDong: '18268000', exemptDong: '0', payableDong: '18268000', reasons: [] },
  ],
  totals: { arisingDong: '36536017', exemptDong: '10000021', payableDong: '26536020' },
  dueDate: '2026-09-09',
  payments: [
    { ...seller, content: 'Thuế TNCN chuyển nhượng BĐS', payableItemId: '04057999999900001', amountDong: '8268022', budgetSubItem: '1006', budgetChapter: '857', dueDate: '2026-09-11' },
    { number: '075190000009', name: 'Phạm Văn Đồng Sở Hữu', payableItemId: '04057999999900002', amountDong: '18268000', budgetSubItem: '1006', budgetChapter: '857', dueDate: '2026-11-09' },
  ],
  collection: { account: '7111', treasuryCode: '9901', treasuryName: 'Phòng giao dịch KBNN Biên Hòa', bankName: 'Ngân hàng Thử Nghiệm', areaCode: '26041', areaName: 'Phường Trấn Biên' },
  lateInterestPerDay: '3/10000',
  copyTo: 'Bộ phận một cửa Biên Hòa',
  signer: 'Vũ Thị Thuế',
}; // prettier-ignore

export const fullWithdrawal: NoticeWithdrawalSheet = {
  number: 'TB2600045-TK0000013/TB-TCS',
  issuedOn: '2026-08-12',
  place: 'Biên Hòa',
  taxOffice,
  dossierCode: 'H19.91.01-260803-0001',
  withdraws: { number: 'TB2600044-TK0000010/TB-TCS', form: '03/TB-BĐS-TNCN', issuedOn: '2026-08-10' },
  document: 'PC 00125/PCTT-CNBH',
  reason: 'Người nộp hồ sơ rút hồ sơ',
  payers: [seller],
  copyTo: 'Bộ phận một cửa Biên Hòa',
  signer: 'Vũ Thị Thuế',
};

export const fullLetter: LetterSheet = {
  number: '15/TB-TCS',
  date: '2026-08-11',
  place: 'Biên Hòa',
  taxOffice,
  addressee: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa',
  dossierCode: 'H19.91.01-260803-0001',
  slipNumber: '00123/PCTT-CNBH',
  slipDate: '2026-08-05',
  person: { name: 'Nguyễn Thị Mẫu', number: '075190000001' },
  receivedAt: '2026-08-05T16:05:00+07:00',
  answeredAt: '2026-08-06T09:30:00+07:00',
  isAccepted: false,
  items: [{ rule: 'R6', text: 'Giá đất trên phiếu không có trong bảng giá' }, { rule: 'R2', text: 'Diện tích theo mục đích không bằng diện tích thửa' }], // prettier-ignore
  legalBasis: 'NĐ 253/2026/NĐ-CP Điều 19',
  answerBy: '2026-08-18',
  copyTo: 'Bộ phận một cửa Biên Hòa',
  signer: 'Vũ Thị Thuế',
};

const line = { payableItemId: '04057999999900001', document: 'TB2600044-TK0000011/TB-TCS', period: '10/08/2026', content: 'Thuế TNCN từ chuyển nhượng BĐS', amountDong: '16000001', budgetChapter: '857', budgetSubItem: '1006', areaCode: '26041', taxOfficeCode: '9000017' }; // prettier-ignore

export const fullVoucher: PaymentVoucherSheet = {
  number: 'GNT-00077',
  reference: '99992026000000000101',
  madeBy: { name: 'Ngân hàng thu Thử Nghiệm', superior: 'Hội sở' },
  date: '2026-08-20',
  debitedAt: '2026-08-20T14:35:00+07:00',
  manner: 'transfer',
  payer: { name: 'Nguyễn Thị Mẫu', number: '075190000001', address: '12 Đường Thử' },
  onBehalfOf: { name: 'Trần Văn Thử', number: '075088000002', address: '34 Đường Khác' },
  debitAccount: { number: '0011002233', bank: 'Ngân hàng thu Thử Nghiệm CN1' },
  revenueKind: 'budget',
  revenueAccount: '7111',
  treasury: { name: 'Phòng giao dịch KBNN Biên Hòa', code: '9901', province: 'Đồng Nai' },
  collectingBank: 'Ngân hàng ủy nhiệm thu Mẫu',
  conclusionOf: 'Thanh tra thuế',
  taxOffice: { name: 'Thuế cơ sở Biên Hòa', code: '9000017' },
  areaCode: '26041',
  lines: [line, { ...line, payableItemId: '04057999999900002', amountDong: '4000002', budgetSubItem: '2801' }],
  totalDong: '20000003',
  booking: { sourceCode: '12', debitAccount: '1132', creditAccount: '7119' },
  clerk: 'Đỗ Thị Giao Dịch',
};

export const fullConfirmation: RevenueConfirmationSheet = {
  id: '019fc562-94c0-7000-8000-0000000000aa',
  entryNumber: 'BT-260821-000001',
  reference: '99992026000000000101',
  state: 'booked',
  adjusts: '019fc562-94c0-7000-8000-0000000000bb',
  treasury: { name: 'Phòng giao dịch KBNN Biên Hòa', code: '9901', superior: 'Kho bạc Nhà nước khu vực' },
  place: 'Biên Hòa',
  dossierCode: 'H19.91.01-260803-0001',
  payer: { name: 'Nguyễn Thị Mẫu', number: '075190000001' },
  onBehalfOf: { name: 'Trần Văn Thử', number: '075088000002' },
  lines: [line],
  totalDong: '16000002',
  debitDate: '2026-08-20',
  bookedOn: '2026-08-21',
  account: '7111',
  bankName: 'Ngân hàng Thử Nghiệm',
  bookedBy: 'Hồ Thị Kế Toán',
};
