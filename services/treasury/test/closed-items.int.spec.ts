import { PayableItemClosedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { TestStage } from '@lienthong/testing';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { PayableItemClosedHandler } from '../src/payable-items/payable-item-closed.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';
import { openTreasury } from './treasury-service.mother';

const closing = messageOf(PayableItemClosedV1).example;

describe('a payable item that the tax office closed', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false' });
  });
  afterAll(() => stage.close());

  it('F7: is known to be closed; money that was debited before is booked all the same', async () => {
    const { payableItemId } = itemBody;
    await stage.handle(PayableItemClosedHandler, { body: { ...closing, payableItemId: 'never-published' } });
    await stage.handle(PayableItemPublishedHandler, { body: itemBody });
    await stage.handle(PayableItemClosedHandler, { body: { ...closing, payableItemId } });
    await stage.handle(PayableItemPublishedHandler, { body: itemBody });
    await stage.handle(CreditAdviceHandler, { body: adviceBody });
    const clerk = await stage.as('treasury-clerk');
    const { reference } = adviceBody;
    expect((await clerk.post('/bookings', { reference }, { 'idempotency-key': 'closed-1' })).status).toBe(201);
    expect(await stage.sent('revenue-booked', reference)).toMatchObject([{ body: { lines: [{ payableItemId }] } }]);
  });
});
