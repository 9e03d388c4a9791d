import { reading } from './calendar-row';

const LAW = 'Labour Code 2019, Art. 112; no decision for 2027 seen';
const TET = `${LAW}; first day of the lunar year is 06/02/2027, five days from its eve`;
const CULTURE_DAY = 'Vietnamese Culture Day, a paid holiday decided in 2026; its first year was not confirmed';

export const rows2027 = [
  reading('2027-01-01', 'off', 'Tết Dương lịch', LAW),
  reading('2027-02-05', 'off', 'Tết Nguyên đán', TET),
  reading('2027-02-08', 'off', 'Tết Nguyên đán', TET),
  reading('2027-02-09', 'off', 'Tết Nguyên đán', TET),
  reading('2027-02-10', 'off', 'Tết Nguyên đán (nghỉ bù)', `${TET}; compensates Saturday 06/02/2027`),
  reading('2027-02-11', 'off', 'Tết Nguyên đán (nghỉ bù)', `${TET}; compensates Sunday 07/02/2027`),
  reading('2027-04-16', 'off', 'Giỗ Tổ Hùng Vương', `${LAW}; 10th of the third lunar month`),
  reading('2027-04-30', 'off', 'Ngày Chiến thắng', LAW),
  reading('2027-05-03', 'off', 'Ngày Quốc tế lao động (nghỉ bù)', `${LAW}; compensates Saturday 01/05/2027`),
  reading('2027-09-02', 'off', 'Quốc khánh', LAW),
  reading('2027-09-03', 'off', 'Quốc khánh (ngày liền kề)', `${LAW}; the day before is the other reading`),
  reading('2027-11-24', 'off', 'Ngày Văn hóa Việt Nam', CULTURE_DAY),
];
