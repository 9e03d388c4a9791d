interface Named {
  readonly payableItemId: string;
  /** Further vouchers that pay the item: a remainder, or too much (F9, F10). */
  readonly moreReferences: readonly string[];
}

/** Facts of a payable item that the tax office published (M31). */
export interface PublishedFacts {
  readonly payableItemId: string;
  readonly noticeNumber: string;
  readonly payerNumber: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly taxOfficeCode: string;
  readonly treasuryCode: string;
  readonly areaCode: string;
}

/** A credit advice named the item before the tax office published it. */
export interface AwaitedItem extends Named {
  readonly state: 'awaited';
  readonly reference: string;
}

export interface PublishedItem extends PublishedFacts, Named {
  readonly state: 'published';
  readonly messageId: string;
  readonly reference?: string;
}

export type KnownItem = AwaitedItem | PublishedItem;
