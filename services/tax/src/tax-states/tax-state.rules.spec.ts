import { toldState } from './tax-state.rules';

const assessment = { state: 'issued', receivedAt: new Date('2026-08-03T10:00:00+07:00') } as never;
const row = { payableItemId: '1', payer: 'seller', payerNumber: '075190000001', payerName: 'A', share: '1/1' };
const issued = { ...row, amountDong: '16000000', budgetSubItem: '1006', budgetChapter: '857' };
const notice = {
  ...{ number: 'N1', form: '03/TB-BĐS-TNCN', kind: 'personal-income-tax' as const, issuedOn: '2026-08-03' },
  ...{ dueDate: '2026-09-03', baseDong: '800000000' as never },
  rows: [{ ...issued, state: 'booked', paidOn: '2026-08-03', conflicts: [] }] as never,
};
const settled = [
  { payableItemId: '1', noticeNumber: 'N1', amountDong: '16000000', paidOn: '2026-08-03', reference: 'x' },
];

describe('what a tax office tells of a slip that a land office asks about (M16, M17)', () => {
  it('is that it is unknown, or was returned with its faults', () => {
    expect(toldState({ notices: [] })).toEqual({ state: 'unknown' });
    const faults = [{ rule: 'R6', text: 'x' }];
    expect(toldState({ notices: [], faults })).toEqual({ state: 'returned', faults });
    expect(toldState({ notices: [], assessment: { state: 'returned', faults } as never })).toEqual({
      state: 'returned',
      faults,
    });
  });

  it('is that it was received, while no notice is issued', () => {
    expect(toldState({ notices: [], assessment })).toMatchObject({ state: 'received' });
  });

  it('is the notices as they were issued, without what was paid since, and apart what is settled', () => {
    const told = toldState({ assessment, notices: [notice], obligation: { settled } as never });
    expect(told).toMatchObject({ state: 'issued', settled });
    expect(told.notices?.[0]?.rows).toEqual([issued]);
  });

  it('is fulfilled only where the office itself said so (L §4.7, the tax fact decides)', () => {
    const obligation = { settled, fulfilledOn: '2026-08-04' } as never;
    expect(toldState({ assessment, notices: [notice], obligation })).toMatchObject({
      state: 'fulfilled',
      fulfilledOn: '2026-08-04',
    });
  });
});
