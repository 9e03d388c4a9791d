import { communeOn, officeById, officeByTaxOfficeCode, officeByTreasuryCode, officeNameOn } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import type { PaymentVoucherSheet } from '@lienthong/papers';
import type { PayableItem } from '../payable-items/payable-item.entity';
import type { Voucher } from './voucher.entity';

/** The voucher as C1-02/NS; notice and area of a line are those of the item that it pays. */
export function voucherSheet(voucher: Voucher, items: readonly PayableItem[]): PaymentVoucherSheet {
  const { reference, debitDate: date, debitedAt, payerNumber, payerName, totalDong, office } = voucher;
  const itemOf = new Map(items.map((item) => [item.payableItemId, item]));
  const areaCode = items[0]?.areaCode;
  const bank = officeById('collecting-bank', office, date);
  const [treasury, taxOffice] = [
    officeByTreasuryCode(voucher.treasuryCode, date),
    officeByTaxOfficeCode(voucher.taxOfficeCode, date),
  ];
  const bankName = bank ? officeNameOn(bank, date) : office;
  return {
    reference,
    madeBy: { name: bankName },
    date,
    debitedAt: instantText(debitedAt),
    manner: 'transfer',
    payer: { number: payerNumber, ...(payerName !== undefined && { name: payerName }) },
    revenueKind: 'budget',
    revenueAccount: REVENUE_ACCOUNT,
    treasury: { name: treasury ? officeNameOn(treasury, date) : 'Kho bạc Nhà nước', code: voucher.treasuryCode },
    collectingBank: bankName,
    taxOffice: { name: taxOffice ? officeNameOn(taxOffice, date) : 'Cơ quan thuế', code: voucher.taxOfficeCode },
    ...(areaCode !== undefined && { areaCode: areaWithName(areaCode, date) }),
    lines: voucher.lines.map(({ payableItemId, amountDong, budgetChapter, budgetSubItem }) => {
      const document = itemOf.get(payableItemId ?? '')?.noticeNumber;
      return {
        ...(payableItemId !== undefined && { payableItemId }),
        amountDong,
        budgetChapter,
        budgetSubItem,
        ...(document !== undefined && { document }),
        ...contentOf(budgetSubItem),
      };
    }),
    totalDong,
  };
}

/** Revenue of the state budget: what the bank collects for (L §2.6.4). */
const REVENUE_ACCOUNT = '7111';

/** What is paid under a budget sub-item (L §2.6.3). */
const contents: Readonly<Record<string, string>> = {
  '1006': 'Thuế TNCN từ chuyển nhượng bất động sản',
  '1401': 'Tiền sử dụng đất',
  '2801': 'Lệ phí trước bạ nhà đất',
};

function contentOf(budgetSubItem: string): { readonly content?: string } {
  const content = contents[budgetSubItem];
  return content === undefined ? {} : { content };
}

function areaWithName(code: string, on: string): string {
  const name = communeOn(code, on)?.name;
  return name === undefined ? code : `${code} (${name})`;
}
