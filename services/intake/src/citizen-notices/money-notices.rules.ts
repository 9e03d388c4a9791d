import { createHash } from 'node:crypto';
import type { PartPaymentRecordedV1, PaymentRemindedV1, TaxResult } from '@lienthong/contracts';
import { dong, type DongText, type LocalDate } from '@lienthong/kernel';
import { contentOf, type Dossier, isLandRequest } from '../dossiers/dossier.state';
import type { CitizenNoticeEntity } from './citizen-notice.entity';
import { plainText } from './plain-text.rules';

/** One SMS about money to the one who pays it; the key of a notice follows from its event, version and recipient. */
export type PayerNotice = Pick<CitizenNoticeEntity, 'event' | 'recipient' | 'phone' | 'text'> & {
  readonly version: string;
};

/** Who pays on which side. */
type Payer = Pick<TaxResult, 'payer' | 'payerNumber'>;

/** Of a hash: enough to tell the payers of one notice apart. */
const STRANGER_DIGITS = 8;

const names: Readonly<Record<TaxResult['kind'], string>> = {
  'personal-income-tax': 'thuế thu nhập cá nhân',
  'registration-fee': 'lệ phí trước bạ',
  'land-use-fee': 'tiền sử dụng đất',
};

/** M51: each payer hears of the own rows of a notice, never of another party's amount (L §4.8). */
export function noticesToPayers(dossier: Dossier, results: readonly TaxResult[]): readonly PayerNotice[] {
  return grouped(results).map((rows) => {
    const [{ noticeNumber, replaces, kind }] = rows;
    const money = rows
      .map(({ amountDong, dueDate }) => `${amountText(amountDong)}, hạn ${printed(dueDate)}`)
      .join('; ');
    const text =
      replaces === undefined
        ? `${names[kind]} phải nộp ${money}, TB số ${noticeNumber}.`
        : `TB ${replaces} đã được điều chỉnh. Số mới ${money}, TB số ${noticeNumber}.`;
    return noticeTo(dossier, rows[0], {
      event: replaces === undefined ? 'notice' : 'amended',
      version: noticeNumber,
      text,
    });
  });
}

/** F30: who was told of a notice that is withdrawn, or of which the amended one asks nothing of this person, is told that too. */
export function withdrawalsToPayers(
  dossier: Dossier,
  noticeNumbers: readonly string[],
  still: readonly TaxResult[] = [],
): readonly PayerNotice[] {
  const gone = dossier.results.filter(
    (result) => noticeNumbers.includes(result.noticeNumber) && !still.some((other) => isSamePayer(other, result)),
  );
  return grouped(gone).map(([first]) => {
    const text = `TB ${first.noticeNumber} đã được thu hồi, không phải nộp theo TB này.`;
    return noticeTo(dossier, first, { event: 'withdrawn', version: first.noticeNumber, text });
  });
}

/** M30: the tax office says on the day itself that it is unpaid. */
export function reminderTo(dossier: Dossier, { item, daysFromDue }: PaymentRemindedV1): PayerNotice {
  const { payableItemId, noticeNumber, openDong, dueDate } = item;
  const text = `còn phải nộp ${amountText(openDong)}, hạn ${printed(dueDate)}, TB số ${noticeNumber}. Nộp chậm phải trả tiền chậm nộp.`;
  return noticeTo(dossier, item, { event: 'reminder', version: `${payableItemId}/${daysFromDue}`, text });
}

/** F9: once for each remainder of an item. */
export function remainderTo(dossier: Dossier, { item }: PartPaymentRecordedV1): PayerNotice {
  const { payableItemId, noticeNumber, openDong, dueDate } = item;
  const text = `đã ghi nhận một phần, còn phải nộp ${amountText(openDong)}, hạn ${printed(dueDate)}, TB số ${noticeNumber}.`;
  return noticeTo(dossier, item, { event: 'remainder', version: `${payableItemId}/${openDong}`, text });
}

function noticeTo(
  dossier: Dossier,
  payer: Payer,
  { text, ...told }: Pick<PayerNotice, 'event' | 'version' | 'text'>,
): PayerNotice {
  const { place, phone } = placeOf(dossier, payer);
  const recipient = `${payer.payer}-${place}`;
  return { ...told, recipient, ...(phone !== undefined && { phone }), text: plainText(`HS ${dossier.code}: ${text}`) };
}

/** By place among the parties as they were filed; who is not among them is told apart all the same, and called in another way. */
function placeOf(dossier: Dossier, { payer, payerNumber }: Payer): { readonly place: string; readonly phone?: string } {
  const content = contentOf(dossier, 'land');
  const parties = isLandRequest(content) ? content.owners : payer === 'seller' ? content.sellers : content.buyers;
  const index = parties.findIndex((party) => party.personalIdentificationNumber === payerNumber);
  const phone = parties[index]?.phone;
  const stranger = createHash('sha256').update(payerNumber).digest('hex').slice(0, STRANGER_DIGITS);
  return { place: index < 0 ? stranger : String(index + 1), ...(phone !== undefined && { phone }) };
}

/** By notice and payer; one SMS for each. */
function grouped(results: readonly TaxResult[]): readonly (readonly [TaxResult, ...TaxResult[]])[] {
  const groups: [TaxResult, ...TaxResult[]][] = [];
  for (const result of results) {
    const group = groups.find(([first]) => first.noticeNumber === result.noticeNumber && isSamePayer(first, result));
    if (group) group.push(result);
    else groups.push([result]);
  }
  return groups;
}

function isSamePayer(a: Payer, b: Payer): boolean {
  return a.payer === b.payer && a.payerNumber === b.payerNumber;
}

function amountText(amountDong: DongText): string {
  return `${dong(amountDong)}đ`;
}

function printed(on: LocalDate): string {
  return on.split('-').reverse().join('/');
}
