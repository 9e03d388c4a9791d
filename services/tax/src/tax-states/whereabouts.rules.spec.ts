import { type Standing, whereabouts } from './whereabouts.rules';

const issued: Standing = {
  office: 'bien-hoa',
  landOffice: 'bien-hoa',
  state: 'issued',
  receivedAt: new Date('2026-08-03T09:00:00+07:00'),
  issuedAt: new Date('2026-08-05T09:00:00+07:00'),
  noticeLimitOn: '2026-08-06',
  fulfilledOn: null,
  unpaid: 1,
  firstDue: '2026-09-07',
  lastPaidOn: null,
  treasuryCode: '9901',
};
const treasury = { id: 'bien-hoa', name: 'Kho bạc Nhà nước Biên Hòa' };
const where = (change: Partial<Standing> = {}) =>
  whereabouts('H19.91.01-260803-0001', { ...issued, ...change }, { name: 'Thuế cơ sở Biên Hòa', since: 'S', treasury });

describe('who has a slip, as the tax office knows it', () => {
  it('is the payer while anything is unpaid, until the first day on which that is due', () => {
    expect(where()).toMatchObject({ heldBy: 'payer', dueAt: '2026-09-07', since: 'S', askRole: 'tax-officer' });
  });

  it('is the treasury when all is debited and not booked, since the last debit: payers are asked for nothing (F15)', () => {
    const waiting = where({ unpaid: 0, firstDue: null, lastPaidOn: '2026-08-20' });
    expect(waiting).toMatchObject({
      heldBy: 'treasury',
      since: '2026-08-20',
      askRole: 'treasury-clerk',
      askOffice: treasury.name,
    });
    expect(waiting).not.toHaveProperty('dueAt');
  });

  it('is the land office when all is fulfilled', () => {
    expect(where({ unpaid: 0, fulfilledOn: '2026-08-21' })).toMatchObject({
      heldBy: 'land-registry',
      since: '2026-08-21',
    });
  });
});
