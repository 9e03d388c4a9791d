import { isNumberPlace, provinceOn } from './provinces';
import { provinces } from './provinces.data';
import { holdsOn } from './office';

const on = (day: string) => provinces.filter((province) => holdsOn(province, day));

describe('the list of provinces', () => {
  it('has 63 rows until 30/06/2025 and 34 since', () => {
    expect(on('2025-06-30')).toHaveLength(63);
    expect(on('2025-07-01')).toHaveLength(34);
    expect(new Set(on('2025-06-30').map(({ code }) => code)).size).toBe(63);
  });

  it('gives a code the meaning of the day: 70 was Bình Phước and is nothing since, 24 became Bắc Ninh', () => {
    expect(provinceOn('70', '2019-08-12')?.name).toBe('Bình Phước');
    expect(provinceOn('70', '2026-08-03')).toBeUndefined();
    expect(provinceOn('24', '2026-08-03')?.name).toBe('Bắc Ninh');
    expect(provinceOn('75', '1940-05-19')?.name).toBe('Đồng Nai');
  });

  it('tells places of a personal number: any province that ever was, or a country (O §4.3)', () => {
    expect(['075', '070', '001', '101'].map(isNumberPlace)).toEqual([true, true, true, true]);
    expect(['003', '099', '000'].map(isNumberPlace)).toEqual([false, false, false]);
  });
});
