import { fields, ticks } from '../../layout/form-language.rules';
import { moment } from '../../layout/values.rules';
import { items, letter, received } from './letter-parts.rules';

const TT19 = 'Ban hành kèm theo TT số 19/2021/TT-BTC';
const days = { validFrom: '2021-05-03', validTo: '2026-06-30' };

/** 01-1/TB-TĐT: an electronic dossier was received (T3); regime C knows no such step. */
export const electronicReceipt = letter({
  id: 'letter/01-1-TB-TDT',
  number: '01-1/TB-TĐT',
  source: TT19,
  trust: 'found',
  ...days,
  title: 'THÔNG BÁO',
  subtitle: 'Tiếp nhận hồ sơ điện tử',
  parts: [received],
});

/** 01-2/TB-TĐT: the electronic dossier is accepted or not; from its day the tax clock runs (T4). */
export const electronicAcceptance = letter({
  id: 'letter/01-2-TB-TDT',
  number: '01-2/TB-TĐT',
  source: TT19,
  trust: 'found',
  ...days,
  title: 'THÔNG BÁO',
  subtitle: 'Chấp nhận, không chấp nhận hồ sơ điện tử',
  parts: [
    received,
    fields(['Thời điểm chấp nhận hoặc không chấp nhận', ({ answeredAt }) => moment(answeredAt)]),
    ticks(['Chấp nhận', ({ isAccepted }) => isAccepted === true], ['Không chấp nhận', (sheet) => sheet.isAccepted === false]), // prettier-ignore
    items('Lý do không chấp nhận'),
  ],
});
