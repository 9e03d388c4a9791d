import { errorCatalogue } from '@lienthong/kernel';

export const paperErrors = errorCatalogue('papers', {
  VALUE_UNREADABLE: {
    kind: 'bug',
    vi: 'Không in được giá trị không đọc được ({kind}).',
    en: 'A value that cannot be read is not printed ({kind}).',
  },
  NO_FORM: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có mẫu {paper} cho ngày {on}.',
    en: 'There is no form of {paper} for the day {on}.',
  },
  TOO_LONG: {
    kind: 'refusal',
    status: 422,
    vi: 'Bản in vượt quá giới hạn ({what}: {size}, tối đa {limit}).',
    en: 'The paper is longer than may be printed ({what}: {size}, at most {limit}).',
  },
  BUSY: {
    kind: 'transient',
    vi: 'Đang có nhiều bản in chờ; xin thử lại sau ít phút.',
    en: 'Many papers wait to be printed; please try again shortly.',
  },
});
