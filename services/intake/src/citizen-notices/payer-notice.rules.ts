import type { OverdueItem } from '@lienthong/contracts';
import { type ContentOf, isLandRequest } from '../dossiers/dossier.state';
import { plainText } from './plain-text.rules';

/** Where the payer of an item is reached: never the other party, and nobody where the payer left no number (L §4.8). */
export function phoneOf(content: ContentOf['land'], payerNumber: string): string | undefined {
  const parties = isLandRequest(content) ? content.owners : [...content.sellers, ...content.buyers];
  return parties.find(({ personalIdentificationNumber }) => personalIdentificationNumber === payerNumber)?.phone;
}

/** `HS {ma}: con phai nop {sotien}d, han {d}.` */
export function remainderText(dossierCode: string, item: Pick<OverdueItem, 'openDong' | 'dueDate'>): string {
  const amount = item.openDong.replace(/\B(?=(\d{3})+$)/g, '.');
  const day = item.dueDate.split('-').reverse().join('/');
  return plainText(`HS ${dossierCode}: đã ghi nhận một phần, còn phải nộp ${amount}đ, hạn ${day}.`);
}
