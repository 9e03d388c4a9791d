import { CreditAdviceV1, PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { received } from '../src/credit-advices/credit-advice.rules';
import type { CreditAdvice } from '../src/credit-advices/credit-advice.state';
import { publish } from '../src/payable-items/payable-item.rules';
import type { PublishedItem } from '../src/payable-items/payable-item.state';

export const adviceBody: CreditAdviceV1 = messageOf(CreditAdviceV1).example;
export const itemBody: PayableItemPublishedV1 = messageOf(PayableItemPublishedV1).example;

/** The credit advice of W2's income tax, 16,000,000 đồng, before its item was looked at. */
export function anAdvice(changes: Partial<CreditAdviceV1> = {}): CreditAdvice {
  const body = { ...adviceBody, ...changes };
  const at = new Date('2026-08-03T11:05:00+07:00');
  return received(body, { messageId: 'm35', office: 'bien-hoa', treasuryCode: '9901', receivedAt: at, advisedAt: at });
}

/** The item that the advice pays. */
export function anItem(changes: Partial<PublishedItem> = {}): PublishedItem {
  return { ...publish(undefined, itemBody, 'm31'), ...changes };
}
