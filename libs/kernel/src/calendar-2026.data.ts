import { found, reading } from './calendar-row';

const LAW = 'Labour Code 2019, Art. 112';
const TET = `${LAW}: five days; which five is decided per year, the decision for 2026 was not seen`;
const ADJACENT = `${LAW}: one day beside 2 September, decided per year; the decision for 2026 was not seen`;
const SWAP_31_AUGUST =
  'No decision seen, so an ordinary Monday. Other reading, shown by one public calendar: off, worked on Saturday ' +
  '22/08/2026 instead; then 31/08 becomes a row "off" and 22/08 a row "work"';
const CULTURE_DAY = 'Vietnamese Culture Day, a paid holiday decided in 2026; its first year was not confirmed';

export const rows2026 = [
  found('2026-01-01', 'off', 'Tết Dương lịch', LAW),
  reading('2026-02-16', 'off', 'Tết Nguyên đán', TET),
  reading('2026-02-17', 'off', 'Tết Nguyên đán', TET),
  reading('2026-02-18', 'off', 'Tết Nguyên đán', TET),
  reading('2026-02-19', 'off', 'Tết Nguyên đán', TET),
  reading('2026-02-20', 'off', 'Tết Nguyên đán', TET),
  reading('2026-04-27', 'off', 'Giỗ Tổ Hùng Vương (nghỉ bù)', `${LAW}: compensates Sunday 26/04/2026`),
  found('2026-04-30', 'off', 'Ngày Chiến thắng', LAW),
  found('2026-05-01', 'off', 'Ngày Quốc tế lao động', LAW),
  reading('2026-08-31', 'work', 'Ngày làm việc bình thường', SWAP_31_AUGUST),
  reading('2026-09-01', 'off', 'Quốc khánh (ngày liền kề)', ADJACENT),
  found('2026-09-02', 'off', 'Quốc khánh', LAW),
  reading('2026-11-24', 'off', 'Ngày Văn hóa Việt Nam', CULTURE_DAY),
];
