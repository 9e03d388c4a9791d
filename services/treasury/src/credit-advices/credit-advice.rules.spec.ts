import { dongText } from '@lienthong/kernel';
import { adviceBody, anAdvice, anItem } from '../../test/credit-advice.mother';
import { claim, publish, referencesOf, release } from '../payable-items/payable-item.rules';
import type { PublishedItem } from '../payable-items/payable-item.state';
import { again, matched, requireReady } from './credit-advice.rules';
import type { CreditAdvice } from './credit-advice.state';

const amountDong = dongText(16_000_000n);
const second = { payableItemId: '04057999999900002', amountDong: dongText(4_000_000n) };
const ofTwo = { lines: [...adviceBody.lines, second], totalDong: dongText(20_000_000n) };
const secondItem = anItem({
  payableItemId: second.payableItemId,
  amountDong: second.amountDong,
  budgetSubItem: '2801',
});

function codes({ reasons }: CreditAdvice): readonly string[] {
  return reasons.map(({ code }) => code);
}

describe('a credit advice', () => {
  it('M35: is ready once every line agrees with a published item', () => {
    expect(anAdvice().state).toBe('awaiting-items');
    const ready = matched(anAdvice(), anItem());
    expect(ready).toMatchObject({
      state: 'ready',
      lines: [{ amountDong, item: { budgetSubItem: '1006', budgetChapter: '857' } }],
    });
    expect(requireReady(ready)).toBe(ready);
  });

  it('waits for every item, in whatever order they are published', () => {
    const first = matched(anAdvice(ofTwo), secondItem);
    expect(first.state).toBe('awaiting-items');
    expect(() => requireReady(first)).toThrow('treasury.ITEMS_NOT_PUBLISHED');
    expect(matched(first, anItem()).state).toBe('ready');
  });

  it('the item that comes after its advice keeps the reference that waits for it (F14)', () => {
    const awaited = claim(undefined, anItem().payableItemId, adviceBody.reference);
    expect(matched(anAdvice(), awaited)).toMatchObject({ state: 'awaiting-items', reasons: [] });
    const published = publish(awaited, anItem(), 'm31');
    expect(published).toMatchObject({ state: 'published', reference: adviceBody.reference });
    expect(matched(anAdvice(), published).state).toBe('ready');
  });

  it.each([
    ['a total that is not the sum of its lines', { totalDong: dongText(1n) }, 'total-differs'],
    ['the code of another treasury office', { treasuryCode: '9902' }, 'another-treasury'],
    [
      'an item twice',
      { lines: [...adviceBody.lines, ...adviceBody.lines], totalDong: dongText(32_000_000n) },
      'item-twice',
    ],
  ])('goes to suspense with %s', (_what, changes, code) => {
    expect(anAdvice(changes)).toMatchObject({ state: 'suspense', reasons: [{ code }] });
  });

  it.each([['treasury office', { treasuryCode: '9902' }, 'another-treasury']])(
    'goes to suspense when the item is of another %s',
    (_what, changes, code) => {
      const advice = matched(anAdvice(), anItem(changes));
      expect(advice).toMatchObject({ state: 'suspense', reasons: [{ code, payableItemId: anItem().payableItemId }] });
      expect(() => requireReady(advice)).toThrow('treasury.IN_SUSPENSE');
    },
  );

  it.each(['15999999', '16000001'])(
    'F9, F10: is revenue with %s đồng under an ID too; the tax office offsets it',
    (owed) => {
      expect(matched(anAdvice(), anItem({ amountDong: owed, reference: 'an earlier voucher' })).state).toBe('ready');
    },
  );

  it('goes to suspense when its items are of two tax offices', () => {
    const advice = matched(matched(anAdvice(ofTwo), anItem()), { ...secondItem, taxOfficeCode: '9000025' });
    expect(codes(advice)).toEqual(['several-tax-offices']);
  });

  it('stays in suspense whatever agrees later', () => {
    const wrong = matched(anAdvice(ofTwo), { ...secondItem, treasuryCode: '9902' });
    expect(matched(wrong, anItem()).state).toBe('suspense');
  });

  it('F11: a sub-item that is not the published one is suspense, and stays what the voucher says', () => {
    const lines = [{ ...adviceBody.lines[0]!, budgetSubItem: '2801', budgetChapter: '857' }];
    const advice = matched(anAdvice({ lines }), anItem());
    expect(advice).toMatchObject({ state: 'suspense', reasons: [{ code: 'sub-item-differs' }], lines });
    expect(advice.lines[0]).not.toHaveProperty('item');
  });

  it('F13: the same advice again, in another order of lines, changes nothing', () => {
    const advice = matched(anAdvice(ofTwo), anItem());
    expect(again(advice, { ...adviceBody, ...ofTwo, lines: [...ofTwo.lines].reverse() }, 'again')).toBe(advice);
  });

  it('F15: another amount for the same reference is kept and freezes what is not booked', () => {
    const ready = matched(anAdvice(), anItem());
    const other = {
      ...adviceBody,
      totalDong: dongText(1n),
      lines: [{ ...adviceBody.lines[0]!, amountDong: dongText(1n) }],
    };
    const frozen = again(ready, other, 'other');
    expect(frozen).toMatchObject({
      state: 'suspense',
      totalDong: amountDong,
      conflicts: [{ totalDong: '1', messageId: 'other' }],
    });
    expect(again(frozen, other, 'repeated')).toBe(frozen);
    const booked = again({ ...ready, state: 'booked' }, other, 'other');
    expect(booked).toMatchObject({ state: 'booked', reasons: [], conflicts: [{ totalDong: '1' }] });
  });

  it('is booked once', () => {
    expect(() => requireReady({ ...matched(anAdvice(), anItem()), state: 'booked' })).toThrow(
      'treasury.ALREADY_BOOKED',
    );
  });
});

describe('a payable item at the treasury', () => {
  it('F9, F10: keeps every voucher that names it, each once; one that no longer pays it leaves the others', () => {
    const { payableItemId } = anItem();
    const claimed = claim(claim(anItem(), payableItemId, 'first'), payableItemId, 'second') as PublishedItem;
    expect(claim(claimed, payableItemId, 'second')).toBe(claimed);
    expect(referencesOf(claimed)).toEqual(['first', 'second']);
    expect(referencesOf(release(claimed, 'first'))).toEqual(['second']);
  });

  it('F28: refuses other facts under the same id, and takes the same ones without a change', () => {
    expect(publish(anItem(), anItem(), 'again')).toEqual(anItem());
    expect(() => publish(anItem(), anItem({ amountDong: '1' }), 'again')).toThrow('treasury.ITEM_CHANGED');
  });
});
