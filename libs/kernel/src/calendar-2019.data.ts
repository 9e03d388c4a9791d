import { reading } from './calendar-row';

const LAW = 'Labour Code 2012, public holidays; the decision for 2019 was not seen';
const SWAP = 'Monday 29/04/2019 swapped for Saturday 04/05/2019; the decision was not seen';

export const rows2019 = [
  reading('2019-01-01', 'off', 'Tết Dương lịch', LAW),
  reading('2019-02-04', 'off', 'Tết Nguyên đán', LAW),
  reading('2019-02-05', 'off', 'Tết Nguyên đán', LAW),
  reading('2019-02-06', 'off', 'Tết Nguyên đán', LAW),
  reading('2019-02-07', 'off', 'Tết Nguyên đán', LAW),
  reading('2019-02-08', 'off', 'Tết Nguyên đán', LAW),
  reading('2019-04-15', 'off', 'Giỗ Tổ Hùng Vương (nghỉ bù)', `${LAW}; compensates Sunday 14/04/2019`),
  reading('2019-04-29', 'off', 'Nghỉ hoán đổi', SWAP),
  reading('2019-04-30', 'off', 'Ngày Chiến thắng', LAW),
  reading('2019-05-01', 'off', 'Ngày Quốc tế lao động', LAW),
  reading('2019-05-04', 'work', 'Làm bù', SWAP),
  reading('2019-09-02', 'off', 'Quốc khánh', LAW),
];
