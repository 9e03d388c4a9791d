import { UnitOfWork } from '@lienthong/persistence';
import type { TestStage } from '@lienthong/testing';
import { CreditAdviceRow } from '../src/credit-advices/credit-advice.entity';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { BookRevenue } from '../src/bookings/book-revenue';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';
import { openTreasury } from './treasury-service.mother';

const references = [0, 1].map((i) => adviceBody.reference.replace(/\d$/, String(i)));
const items = ['TB2600025-TK0000001/TB-TCS', 'TB2600025-TK0000009/TB-TCS'];

describe('the entry numbers of a treasury', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await openTreasury({});
  });
  afterAll(() => stage.close());

  it('begin the year without a gap also when two officers book the first entries at once', async () => {
    for (const [i, reference] of references.entries()) {
      const payableItemId = items[i] ?? '';
      const id = (kind: string): string => `019fc562-94c0-7000-8000-0000000000${kind}${i}`;
      await stage.handle(PayableItemPublishedHandler, { id: id('a'), body: { ...itemBody, payableItemId } });
      const lines = adviceBody.lines.map((line) => ({ ...line, payableItemId }));
      const body = { ...adviceBody, reference, lines };
      await stage.handle(CreditAdviceHandler, { id: id('b'), sender: 'collecting-bank', body });
    }
    const { app } = stage.service.running;
    const unitOfWork = app.get(UnitOfWork, { strict: false });
    // neither writes before both have looked at a series that nobody has begun
    let looked = 0;
    let go = (): void => undefined;
    const both = new Promise<void>((resolve) => (go = resolve));
    const booked = await Promise.all(
      references.map((reference) =>
        unitOfWork.perform(async () => {
          const advice = await unitOfWork.get(CreditAdviceRow, reference);
          const booking = await app.get(BookRevenue, { strict: false }).book(advice, 'clerk');
          if ((looked += 1) >= references.length) go();
          await both;
          return booking.entryNumber;
        }),
      ),
    );
    expect([...booked].sort()).toEqual(['BT-260803-000001', 'BT-260803-000002']);
  });
});
