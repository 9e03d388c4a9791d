import { found } from './calendar-row';

const LAW = 'Labour Code 2019, Art. 112';
const NOTICE = 'Holiday notice for 2025, read in a copy: Tết 25/01–02/02, 30/04–04/05, National Day 30/08–02/09';
const SWAP = `${NOTICE}; Friday 02/05/2025 swapped for Saturday 26/04/2025`;

export const rows2025 = [
  found('2025-01-01', 'off', 'Tết Dương lịch', LAW),
  found('2025-01-27', 'off', 'Tết Nguyên đán', NOTICE),
  found('2025-01-28', 'off', 'Tết Nguyên đán', NOTICE),
  found('2025-01-29', 'off', 'Tết Nguyên đán', NOTICE),
  found('2025-01-30', 'off', 'Tết Nguyên đán', NOTICE),
  found('2025-01-31', 'off', 'Tết Nguyên đán', NOTICE),
  found('2025-04-07', 'off', 'Giỗ Tổ Hùng Vương', `${LAW}; 10th of the third lunar month`),
  found('2025-04-26', 'work', 'Làm bù', SWAP),
  found('2025-04-30', 'off', 'Ngày Chiến thắng', NOTICE),
  found('2025-05-01', 'off', 'Ngày Quốc tế lao động', NOTICE),
  found('2025-05-02', 'off', 'Nghỉ hoán đổi', SWAP),
  found('2025-09-01', 'off', 'Quốc khánh (ngày liền kề)', NOTICE),
  found('2025-09-02', 'off', 'Quốc khánh', NOTICE),
];
