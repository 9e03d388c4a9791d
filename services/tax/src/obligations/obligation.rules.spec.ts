import { dongText } from '@lienthong/kernel';
import type { Obligation } from './obligation.entity';
import { concluded, fulfilment, settle } from './obligation.rules';

const open: Obligation = {
  dossierCode: 'H19.91.01-260803-0001',
  office: 'bien-hoa',
  landOffice: 'bien-hoa',
  intakeOffice: 'bien-hoa',
  collection: { account: '7111', treasuryCode: '9901', taxOfficeCode: '9000017', areaCode: '26041' },
  noticeNumbers: ['N'],
  itemIds: ['a', 'b'],
  settled: [],
  deferred: [],
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

const today = '2026-08-24';

describe('the obligation of a dossier', () => {
  it('F9, F20: is not fulfilled while one item is open', () => {
    expect(fulfilment(concluded(settle(open, settled('a')), today))).toBeUndefined();
  });

  it('M40: is fulfilled when all items are booked, in any order, with nothing remaining', () => {
    const done = concluded(settle(settle(open, settled('b')), settled('a')), today);
    expect(fulfilment(done)).toMatchObject({
      fulfilledOn: '2026-08-24',
      remainderDong: '0',
      items: [{ payableItemId: 'b' }, { payableItemId: 'a' }],
    });
    expect(fulfilment(done)).not.toHaveProperty('deferredItems');
  });

  it('F13: counts an item once, and a fulfilled obligation stays as it is', () => {
    const once = settle(open, settled('a'));
    expect(settle(once, settled('a'))).toBe(once);
    const done = concluded(settle(once, settled('b')), today);
    expect(concluded(settle(done, settled('b')), '2026-08-25')).toBe(done);
  });

  it('counts no item of another dossier', () => {
    expect(settle(open, settled('c'))).toBe(open);
  });

  it('F19: is fulfilled while an item is deferred, says so, and counts that item when it is paid later', () => {
    const debt = { payableItemId: 'b', noticeNumber: 'N', kind: 'registration-fee', payerNumber: '075088000002', amountDong: dongText(4n) } as const; // prettier-ignore
    const done = concluded(settle({ ...open, deferred: [debt] }, settled('a')), today);
    expect(fulfilment(done)).toMatchObject({ items: [{ payableItemId: 'a' }], deferredItems: [debt] });
    expect(settle(done, settled('b'))).toMatchObject({ fulfilledOn: today, deferred: [], settled: { length: 2 } });
  });

  it('M23: is never fulfilled once its notices were withdrawn', () => {
    const withdrawn = { ...open, itemIds: [], withdrawnOn: today };
    expect(concluded(withdrawn, today)).toBe(withdrawn);
  });

  it('F20: is fulfilled at once when everybody is exempt', () => {
    expect(concluded({ ...open, itemIds: [] }, today)).toMatchObject({ fulfilledOn: today });
  });
});
