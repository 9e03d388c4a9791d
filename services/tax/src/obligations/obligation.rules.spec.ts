import { dongText } from '@lienthong/kernel';
import type { Obligation } from './obligation.entity';
import { fulfilment, settle } from './obligation.rules';

const open: Obligation = {
  dossierCode: 'H19.91.01-260803-0001',
  office: 'bien-hoa',
  landOffice: 'bien-hoa',
  intakeOffice: 'bien-hoa',
  itemIds: ['a', 'b'],
  settled: [],
};

function settled(payableItemId: string): Parameters<typeof settle>[1] {
  return {
    payableItemId,
    noticeNumber: 'N',
    amountDong: dongText(1n),
    paidOn: '2026-08-20',
    reference: '01012026000000000101',
  };
}

describe('the obligation of a dossier', () => {
  it('F9, F20: is not fulfilled while one item is open', () => {
    expect(fulfilment(settle(open, settled('a'), '2026-08-21'))).toBeUndefined();
  });

  it('M40: is fulfilled when all items are booked, in any order, with nothing remaining', () => {
    const done = settle(settle(open, settled('b'), '2026-08-21'), settled('a'), '2026-08-24');
    expect(fulfilment(done)).toMatchObject({
      fulfilledOn: '2026-08-24',
      remainderDong: '0',
      items: [{ payableItemId: 'b' }, { payableItemId: 'a' }],
    });
  });

  it('F13: counts an item once, and a fulfilled obligation stays as it is', () => {
    const once = settle(open, settled('a'), '2026-08-21');
    expect(settle(once, settled('a'), '2026-08-22')).toBe(once);
    const done = settle(once, settled('b'), '2026-08-24');
    expect(settle(done, settled('b'), '2026-08-25')).toBe(done);
  });

  it('counts no item of another dossier', () => {
    expect(settle(open, settled('c'), '2026-08-21')).toBe(open);
  });
});
