import type { BirthRecord, Parent } from '@lienthong/contracts';
import { type Line, paperDefinition, placeInWords } from './paper.rules';
import type { EntryNote } from '../registers/register-entry.entity';
import { dateInDigits, dateInWords, type PdfDefinition } from '@lienthong/papers';

interface Signed {
  readonly notes: readonly EntryNote[];
  readonly signerName?: string;
}

/** The birth certificate (giấy khai sinh); the part of a father who is not named stays blank (NĐ 123/2015 Đ15). */
export function birthCertificate(birth: BirthRecord, signed: Signed): PdfDefinition {
  const { entry, child, mother, father, personalIdentificationNumber } = birth;
  const on = entry.registeredOn;
  return paperDefinition({
    ...signed,
    title: 'GIẤY KHAI SINH',
    entry,
    sections: [
      [
        ['Họ, chữ đệm, tên', child.name],
        ['Ngày, tháng, năm sinh', dateInDigits(child.birthDate)],
        ['Ghi bằng chữ', dateInWords(child.birthDate)],
        ['Giới tính', child.sex === 'male' ? 'Nam' : 'Nữ'],
        ['Dân tộc', child.ethnicity],
        ['Quốc tịch', child.nationality],
        ['Nơi sinh', placeInWords(child.birthPlace, on)],
        ['Quê quán', child.nativePlace],
        ['Số định danh cá nhân', personalIdentificationNumber],
      ],
      parentLines('mẹ', mother, on),
      parentLines('cha', father, on),
    ],
  });
}

function parentLines(who: string, parent: Parent | undefined, on: string): readonly Line[] {
  return [
    [`Họ, chữ đệm, tên người ${who}`, parent?.name],
    ['Năm sinh', parent?.birthDate.slice(0, 4)],
    ['Dân tộc', parent?.ethnicity],
    ['Quốc tịch', parent?.nationality],
    ['Nơi cư trú', parent?.residence && placeInWords(parent.residence, on)],
  ];
}
