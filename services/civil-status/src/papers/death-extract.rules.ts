import type { DeathRecord } from '@lienthong/contracts';
import type { EntryNote } from '../registers/register-entry.entity';
import { paperDefinition, placeInWords } from './paper.rules';
import { dateInDigits, dateInWords, type PdfDefinition } from '@lienthong/papers';

/** The extract of the death record (trích lục khai tử). */
export function deathExtract(
  { entry, deceased }: DeathRecord,
  signed: { readonly notes: readonly EntryNote[]; readonly signerName?: string },
): PdfDefinition {
  const { name, sex, birthDate, ethnicity, nationality, residence, diedOn, diedAtTime, deathPlace, cause } = deceased;
  const hour = diedAtTime === undefined ? '' : `${diedAtTime} ngày `;
  return paperDefinition({
    ...signed,
    title: 'TRÍCH LỤC KHAI TỬ',
    entry,
    sections: [
      [
        ['Họ, chữ đệm, tên người chết', name],
        ['Ngày, tháng, năm sinh', dateInDigits(birthDate)],
        ['Giới tính', sex === 'male' ? 'Nam' : 'Nữ'],
        ['Dân tộc', ethnicity],
        ['Quốc tịch', nationality],
        ['Nơi cư trú cuối cùng', residence && placeInWords(residence, entry.registeredOn)],
        ['Số định danh cá nhân', deceased.personalIdentificationNumber],
      ],
      [
        ['Đã chết vào lúc', `${hour}${dateInDigits(diedOn)}`],
        ['Ghi bằng chữ', dateInWords(diedOn)],
        ['Nơi chết', deathPlace],
        ['Nguyên nhân chết', cause],
      ],
    ],
  });
}
