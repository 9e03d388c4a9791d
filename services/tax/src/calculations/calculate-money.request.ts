import { DateText, DecimalText, DongAmount, Flag, ListOf, OneOf, Optional, ShareText } from '@lienthong/envelope';

/** What a slip states for a land-use fee: an allocation, or garden land of a house that becomes residential. */
export class LandUseFeeRequest {
  @OneOf(['allocation', 'purpose-change'] as const)
  readonly kind: 'allocation' | 'purpose-change';

  @DateText()
  readonly issuedOn: string;

  @DecimalText({ scale: 2 })
  readonly areaSquareMetres: string;

  /** Price of the land, or of the purpose after the change. */
  @DongAmount()
  readonly priceDong: string;

  @Optional()
  @DongAmount()
  readonly priceBeforeDong?: string;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly quotaSquareMetres?: string;

  @Optional()
  @Flag()
  readonly ratiosUsedBefore?: boolean;

  @Optional()
  @DongAmount()
  readonly infrastructureDong?: string;

  /** Part of the fee that the land side has remitted. */
  @Optional()
  @ShareText()
  readonly reduction?: string;

  @Optional()
  @DongAmount()
  readonly deductedDong?: string;

  /** What an earlier notice asked for: then only the increase is due. */
  @Optional()
  @DongAmount()
  readonly earlierDong?: string;

  /** Day on which the fee was deferred. */
  @Optional()
  @DateText()
  readonly deferredOn?: string;
}

export class PaymentRequest {
  @DongAmount()
  readonly amountDong: string;

  @DateText()
  readonly debitedOn: string;
}

/** A row of a notice with what was paid for it. */
export class LateInterestRequest {
  @DongAmount()
  readonly amountDong: string;

  @DateText()
  readonly dueOn: string;

  @DateText()
  readonly until: string;

  @ListOf(() => PaymentRequest, { min: 0, max: 100 })
  readonly payments: readonly PaymentRequest[];

  @Optional()
  @DongAmount()
  readonly coveredDong?: string;

  @Optional()
  @Flag()
  readonly deferred?: boolean;
}
