import { treasuryErrors } from '../treasury.errors';
import type { KnownItem, PublishedFacts, PublishedItem } from './payable-item.state';

const FACTS = [
  'noticeNumber', 'payerNumber', 'amountDong', 'budgetSubItem', 'budgetChapter', 'taxOfficeCode', 'treasuryCode', 'areaCode',
] as const satisfies readonly (keyof PublishedFacts)[]; // prettier-ignore

/** M31: an awaited item keeps the reference that waits for it; the same facts again change nothing (F28: others are refused). */
export function publish(known: KnownItem | undefined, facts: PublishedFacts, messageId: string): PublishedItem {
  const { payableItemId } = facts;
  if (known?.state === 'published') {
    if (FACTS.some((fact) => known[fact] !== facts[fact])) throw treasuryErrors.ITEM_CHANGED({ payableItemId });
    return known;
  }
  const waiting = known ? { reference: known.reference, moreReferences: known.moreReferences } : { moreReferences: [] };
  return { ...onlyFacts(facts), state: 'published', messageId, ...waiting };
}

/** An advice that names an item is kept with it; an item nobody has published yet is awaited. */
export function claim(known: KnownItem | undefined, payableItemId: string, reference: string): KnownItem {
  if (!known) return { payableItemId, state: 'awaited', reference, moreReferences: [] };
  if (known.reference === undefined) return { ...known, reference };
  if (referencesOf(known).includes(reference)) return known;
  return { ...known, moreReferences: [...known.moreReferences, reference] };
}

/** The vouchers whose credit advices named the item, in the order of their coming. */
export function referencesOf({ reference, moreReferences }: KnownItem): readonly string[] {
  return reference === undefined ? [] : [reference, ...moreReferences];
}

/** The voucher no longer pays the item: another one may. */
export function release(item: PublishedItem, reference: string): PublishedItem {
  const [first, ...moreReferences] = referencesOf(item).filter((other) => other !== reference);
  const { reference: _reference, ...free } = item;
  return { ...free, ...(first === undefined ? {} : { reference: first }), moreReferences };
}

function onlyFacts(facts: PublishedFacts): PublishedFacts {
  const { payableItemId, noticeNumber, payerNumber, amountDong } = facts;
  const { budgetSubItem, budgetChapter, taxOfficeCode, treasuryCode, areaCode } = facts;
  return {
    payableItemId,
    noticeNumber,
    payerNumber,
    amountDong,
    budgetSubItem,
    budgetChapter,
    taxOfficeCode,
    treasuryCode,
    areaCode,
  };
}
