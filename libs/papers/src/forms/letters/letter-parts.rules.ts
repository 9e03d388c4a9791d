import { fields, type FormPart, type PaperForm, sentence, signatures, table } from '../../layout/form-language.rules';
import { day, listed, moment } from '../../layout/values.rules';
import type { LetterItem, LetterSheet } from './letter.sheet.state';

type LetterPart = FormPart<LetterSheet>;

/** What is the same in every letter of the tax office; a form file says the rest. */
export function letter(
  form: Omit<PaperForm<LetterSheet>, 'head'> & { readonly title: string; readonly subtitle: string },
): PaperForm<LetterSheet> {
  const { title, subtitle, parts, ...rest } = form;
  return {
    ...rest,
    head: ({ taxOffice, number, place, date, addressee }) => ({
      ...(taxOffice.superior !== undefined && { superior: taxOffice.superior }),
      agency: taxOffice.name,
      number,
      place,
      date,
      title,
      subtitle,
      addressee,
    }),
    parts: [about, ...parts, foot],
  };
}

const about: LetterPart = fields<LetterSheet>(
  ['Mã hồ sơ', ({ dossierCode }) => dossierCode],
  ['Phiếu chuyển thông tin số', ({ slipNumber }) => slipNumber],
  ['Ngày của phiếu', ({ slipDate }) => day(slipDate)],
  ['Người nộp thuế', ({ person }) => person && listed(person.name, person.number && `mã số ${person.number}`)],
);

const foot: LetterPart = signatures<LetterSheet>({
  copies: ({ addressee, copyTo }) => [addressee, copyTo, 'Lưu'],
  boxes: [['THỦ TRƯỞNG CƠ QUAN THUẾ', '(Ký, ghi rõ họ tên, đóng dấu)', ({ signer }) => signer]],
});

/** What is faulty, missing or to be explained, one line each. */
export function items(header: string): LetterPart {
  return table<LetterSheet, LetterItem>({
    rows: (sheet) => sheet.items,
    columns: [
      ['Điều kiện', ({ rule }) => rule, 60],
      [header, ({ text }) => text, '*'],
    ],
  });
}

export const answerBy: LetterPart = sentence<LetterSheet>(({ answerBy: limit }) =>
  limit === undefined ? undefined : `Đề nghị trả lời chậm nhất ngày ${day(limit) ?? ''}.`,
);

export const received: LetterPart = fields<LetterSheet>(['Thời điểm nhận', ({ receivedAt }) => moment(receivedAt)]);

export const legalBasis: LetterPart = fields<LetterSheet>(['Căn cứ', (sheet) => sheet.legalBasis]);
