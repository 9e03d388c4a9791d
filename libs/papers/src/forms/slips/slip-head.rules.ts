import type { PaperHead } from '../../layout/paper.state';
import type { TransferSlipSheet } from './transfer-slip.sheet.state';

/** The head that all generations of the slip share; who signs dates it. */
export function slipHead(sheet: TransferSlipSheet, title: string, subtitle: string): PaperHead {
  const { sender, number, place, date, isSigned, taxOffice } = sheet;
  return {
    ...(sender.superior !== undefined && { superior: sender.superior }),
    agency: sender.name,
    number,
    place,
    date,
    undated: !isSigned,
    title,
    subtitle,
    addressee: `${taxOffice.name} (mã cơ quan thuế ${taxOffice.code})`,
  };
}
