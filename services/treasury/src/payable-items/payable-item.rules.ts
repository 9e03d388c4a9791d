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
  return { ...onlyFacts(facts), state: 'published', messageId, ...(known ? { reference: known.reference } : {}) };
}

/** The first advice that names an item has it; an item nobody has published yet is awaited. */
export function claim(known: KnownItem | undefined, payableItemId: string, reference: string): KnownItem {
  if (!known) return { payableItemId, state: 'awaited', reference };
  return known.reference === undefined ? { ...known, reference } : known;
}

/** The voucher no longer pays the item: another one may. */
export function release(item: PublishedItem, reference: string): PublishedItem {
  if (item.reference !== reference) return item;
  const { reference: _reference, ...free } = item;
  return free;
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
