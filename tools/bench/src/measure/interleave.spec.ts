import { interleave } from './interleave';

describe('an interleaved measurement', () => {
  it('asks both in turn, leaves the warm-up out and compares neighbours', async () => {
    const order: string[] = [];
    const from = (name: string, values: number[]) => (): Promise<number> => {
      order.push(name);
      return Promise.resolve(values.shift() as number);
    };
    const sides = { floor: from('floor', [1, 100, 50]), ours: from('ours', [1, 110, 60]) };
    const { floor, ours, ratio } = await interleave(sides, 2);
    expect(order).toEqual(['floor', 'ours', 'floor', 'ours', 'floor', 'ours']);
    expect(floor).toEqual({ min: 50, median: 75, max: 100 });
    expect(ours).toEqual({ min: 60, median: 85, max: 110 });
    expect(ratio.min).toBeCloseTo(1.1);
    expect(ratio.max).toBeCloseTo(1.2);
  });
});
