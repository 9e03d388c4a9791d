import { toldState } from './tax-state.rules';

const assessment = { state: 'issued', receivedAt: new Date('2026-08-03T10:00:00+07:00') } as never;
const row = { payableItemId: '1', payer: 'seller', payerNumber: '075190000001', payerName: 'A', share: '1/1' };
const issued = { ...row, amountDong: '16000000', budgetSubItem: '1006', budgetChapter: '857' };
const notice = {
  ...{ number: 'N1', form: '03/TB-BĐS-TNCN', kind: 'personal-income-tax' as const, issuedOn: '2026-08-03' },
  ...{ slipId: 's', dueDate: '2026-09-03', baseDong: '800000000' as never },
  rows: [{ ...issued, dueDate: '2026-09-03', state: 'booked', paidOn: '2026-08-03', conflicts: [] }] as never,
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

  it('is nothing of a notice that was replaced or withdrawn (M22, M23, F6, F7)', () => {
    const replaced = { ...notice, number: 'N0', supersededBy: 'N1' };
    const withdrawn = { ...notice, number: 'N9', withdrawal: { on: '2026-08-04', reason: 'x', document: 'y' } };
    const told = toldState({ assessment, notices: [replaced, notice, withdrawn] });
    expect(told.notices?.map(({ number }) => number)).toEqual(['N1']);
    expect(toldState({ assessment, notices: [replaced, withdrawn] })).toMatchObject({ state: 'received' });
  });

  it('names what is deferred, and that nothing is due where all is exempt or deferred (M21, F19, F20)', () => {
    const deferred = [
      { payableItemId: '2', noticeNumber: 'N1', kind: 'registration-fee', payerNumber: '1', amountDong: '5' },
    ];
    const fulfilledOn = '2026-08-04';
    const about = (obligation: object) => toldState({ assessment, notices: [notice], obligation: obligation as never });
    expect(about({ settled, deferred, fulfilledOn })).toMatchObject({
      state: 'fulfilled',
      settled,
      deferredItems: deferred,
    });
    const receivedAt = '2026-08-03T10:00:00.000+07:00';
    expect(about({ settled: [], deferred, fulfilledOn })).toEqual({
      state: 'fulfilled',
      receivedAt,
      fulfilledOn,
      deferredItems: deferred,
    });
    const exempt = toldState({
      assessment,
      notices: [],
      obligation: { settled: [], deferred: [], fulfilledOn } as never,
    });
    expect(exempt).toEqual({ state: 'fulfilled', receivedAt, fulfilledOn });
  });

  it('is fulfilled only where the office itself said so (L §4.7, the tax fact decides)', () => {
    const obligation = { settled, fulfilledOn: '2026-08-04' } as never;
    expect(toldState({ assessment, notices: [notice], obligation })).toMatchObject({
      state: 'fulfilled',
      fulfilledOn: '2026-08-04',
    });
  });
});
